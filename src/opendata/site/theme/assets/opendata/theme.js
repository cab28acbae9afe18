/* Makes reachable what the theme's own script adds to a page: the bar with the copy button has a
   name of its own, and a table that is wider than its place can be scrolled by keyboard. */
(function () {
  function reach(wrap) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    else wrap.removeAttribute("tabindex");
  }
  function mend() {
    document.querySelectorAll(".md-code__nav").forEach(function (bar, at) {
      var button = bar.querySelector("[title]");
      if (button && !bar.hasAttribute("aria-label")) {
        bar.setAttribute("aria-label", button.title + " " + (at + 1));
      }
    });
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(reach);
  }
  var asked = false;
  function soon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(function () { asked = false; mend(); });
  }
  addEventListener("resize", soon);
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  mend();
})();
