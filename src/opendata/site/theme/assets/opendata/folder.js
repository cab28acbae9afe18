/* Search in a site that is opened from a folder: browsers start no worker from a file, so its script
   runs in a hidden frame instead. The theme knows such frames by the name below. */
(function () {
  if (location.protocol !== "file:") return;
  function Frame(url) {
    var self = this;
    var frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "search";
    document.body.appendChild(frame);
    var inner = frame.contentWindow;
    this.listeners = [];
    this.inner = inner;
    inner.postMessage = function (data) {
      self.listeners.forEach(function (heard) { heard(new MessageEvent("message", { data: data })); });
    };
    inner.importScripts = function () {
      return Array.from(arguments).reduce(function (before, one) {
        return before.then(function () { return load(one); });
      }, Promise.resolve());
    };
    function load(address) {
      return new Promise(function (done, failed) {
        var script = inner.document.createElement("script");
        script.src = address;
        script.onload = done;
        script.onerror = failed;
        inner.document.body.appendChild(script);
      });
    }
    this.ready = load(new URL(url, location.href).href);
  }
  Frame.prototype.addEventListener = function (kind, heard) {
    if (kind === "message") this.listeners.push(heard);
  };
  Frame.prototype.removeEventListener = function (kind, heard) {
    this.listeners = this.listeners.filter(function (one) { return one !== heard; });
  };
  Frame.prototype.postMessage = function (data) {
    var inner = this.inner;
    this.ready.then(function () {
      inner.dispatchEvent(new inner.MessageEvent("message", { data: data }));
    });
  };
  window.IFrameWorker = window.Worker = Frame;
})();
