"""What the glass says when the kiosk cannot be started; the sentences of kiosk/catalog/desk.py, which may be broken."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One sentence, the font of this folder that it is set in, and its direction."""

    code: str
    sentence: str
    family: str
    rtl: bool = False


LINES = (
    Line("en", "Please ask at the desk.", "Safe"),
    Line("es", "Por favor, pregunte en la recepción.", "Safe"),
    Line("vi", "Xin vui lòng hỏi tại quầy tiếp tân.", "Safe"),
    Line("zh-Hans", "请到前台咨询。", "Safe zh-Hans"),
    Line("ar", "يرجى السؤال لدى مكتب الاستقبال.", "Safe ar", rtl=True),
    Line("ko", "안내 데스크에 문의해 주세요.", "Safe ko"),
)
