"""The verbs that what is to be done begins with: `tăng cường`, `tiếp tục`, `rà soát`.

Vietnamese verbs do not inflect: an order is known by its place, at the start of a sentence or after
whoever is asked. Not for: who asks whom (`requests`).
"""

from __future__ import annotations

import re

from opendata.extraction.patterns import any_of

_MUST = re.compile(r"(?<!\w)(?:cần|phải) (?:phải )?")
_VERBS = (
    "ban hành|bám sát|bảo tồn|bảo đảm|bắt tay|bố trí|bổ sung|chuẩn bị|chú trọng|chú ý|"
    "chấn chỉnh|chấp hành|chủ trì|chủ động|có biện pháp|có giải pháp|có kế hoạch|"
    "công khai|cải thiện|cảnh giác|cụ thể hóa|củng cố|duy trì|giải quyết|giữ gìn|"
    "giữ vững|gìn giữ|gương mẫu|hoàn thiện|hoàn thành|huy động|hạn chế|không ngừng|"
    "không được|không để|khơi dậy|khẩn trương|khắc phục|kiên quyết|kiện toàn|kịp thời|"
    "linh hoạt|làm rõ|làm tốt|làm đúng|lồng ghép|lựa chọn|mạnh dạn|mở rộng|nghiêm túc|"
    "ngăn chặn|nhanh chóng|nhân rộng|nhìn nhận|nâng cao|nêu cao|nắm bắt|nắm chắc|"
    "nắm vững|nỗ lực|phát hiện|phát huy|phát động|phân công|phòng chống|phấn đấu|"
    "phối hợp|phổ biến|quan tâm|quyết liệt|quyết tâm|quán triệt|rà soát|rút kinh nghiệm|"
    "siết chặt|sắp xếp|sẵn sàng|sớm|sửa đổi|thay đổi|theo dõi|thu hút|tháo gỡ|thúc đẩy|"
    "thường xuyên|thắt chặt|thực hiện|tiến hành|tiếp thu|tiếp tục|trau dồi|triển khai|"
    "truyền đạt|tích cực|tăng cường|tập trung|tự giác|vận dụng|xem xét|xác định|xây dựng|"
    "xử lý|áp dụng|đa dạng hóa|đánh giá|đôn đốc|đảm bảo|đẩy mạnh|đẩy nhanh|đề cao|đề ra|"
    "đề xuất|ưu tiên"
)
# They name bodies and trades too, and are verbs for certain only before words like these.
_VERBS_OR_NOUNS = (
    "biểu dương|báo cáo|bảo vệ|bồi dưỡng|chuyển đổi|chăm lo|chỉ đạo|cung cấp|cải cách|"
    "dành|giám sát|giáo dục|gắn|hướng dẫn|học tập|hỗ trợ|hợp tác|khai thác|kiểm soát|"
    "kiểm tra|lãnh đạo|lập|nghiên cứu|phát triển|phòng ngừa|quản lý|rèn luyện|sử dụng|"
    "tham gia|tham mưu|thanh tra|thống nhất|trang bị|tuyên truyền|tạo|tập huấn|tổ chức|"
    "tổng kết|vận động|điều hành|đào tạo|đưa|đấu tranh|đầu tư|đổi mới|ứng dụng"
)
_AFTER_VERB = (
    "chặt chẽ|các|có hiệu quả|công tác|cơ quan|cấp ủy|hiệu quả|hoàn thành|hạ tầng|"
    "học tập|kết quả|kịp|kịp thời|lực lượng|mạnh mẽ|nghiêm|nguồn nhân lực|phương pháp|"
    "quyết liệt|quán triệt|rà soát|sát sao|sâu|thành công|thường xuyên|thực hiện|"
    "toàn diện|triển khai|tuyên truyền|tăng cường|tốt|việc|xây dựng|đơn vị|đẩy mạnh|"
    "đề xuất|đồng bộ|đội ngũ"
)

IMPERATIVE = re.compile(
    rf"(?<!\w)(?:(?:{any_of(_VERBS.split('|'))})(?= \w)"
    rf"|(?:{any_of(_VERBS_OR_NOUNS.split('|'))})(?= (?:{any_of(_AFTER_VERB.split('|'))})(?!\w)))"
)
"""A verb that a task begins with, in small letters, wherever it stands."""
_OPENING = re.compile(rf"(?:{any_of([*_VERBS.split('|'), *_VERBS_OR_NOUNS.split('|')])})(?=,? \w)")


def begins_task(text: str, start: int) -> bool:
    """Whether an order begins at `start`, with a capital or without."""
    words = text[start : start + 40]
    return _OPENING.match(words[:1].lower() + words[1:]) is not None


def first_order(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first order after `start` begins, and where the words before it end.

    `các đơn vị cần tập trung ...` orders after `cần`; `các đơn vị tập trung ...` at its verb.
    """
    if begins_task(text, start):
        return start, start
    verb = IMPERATIVE.search(text, start, end)
    must = _MUST.search(text, start, end)
    if must and (verb is None or not re.search(r"[,;]", text[verb.start() : must.start()])):
        return must.end(), must.start()
    return (verb.start(), verb.start()) if verb else None
