"""What the screen says when there is no content it could say anything with. The only words in code."""

from __future__ import annotations

DESK: tuple[tuple[str, str], ...] = (
    ("en", "Please ask at the desk."),
    ("es", "Por favor, pregunte en la recepción."),
    ("vi", "Xin vui lòng hỏi tại quầy tiếp tân."),
    ("zh-Hans", "请到前台咨询。"),
    ("ar", "يرجى السؤال لدى مكتب الاستقبال."),
    ("ko", "안내 데스크에 문의해 주세요."),
)
"""Language code and sentence."""
