"""Web pages of our own writing, as sites lay them out."""

from __future__ import annotations

LEAD = "قال ناشطون إن حزب الله يدعم القوات الحكومية في البلدة منذ بداية المعارك."
NEXT = "وأضافوا أن جبهة النصرة انسحبت من الحي الشرقي قبل فجر الخميس."
META = """
<meta property="og:title" content="انسحاب من البلدة">
<meta property="og:site_name" content="موقع الضفة">
<meta property="article:published_time" content="2015-10-16T08:00:00+03:00">
<meta name="author" content="سمير المحرر">
<link rel="canonical" href="https://news.example/2015/withdrawal">
"""


def page(charset: str = "utf-8", *, head: str = META, body: str | None = None, language: str = "ar") -> str:
    """A whole page with an article among a menu, scripts and a footer."""
    story = f"<h1>انسحاب من البلدة</h1><p>{LEAD}</p><p>{NEXT}</p>" if body is None else body
    declared = f'<meta charset="{charset}">' if charset else ""
    return f"""<!DOCTYPE html>
<html lang="{language}"><head>{declared}<title>انسحاب من البلدة | موقع الضفة</title>{head}
<script>var teaser = "جبهة النصرة تدعم حزب الله في كل المعارك";</script>
<style>p:before {{ content: "حزب الله قصف البلدة كلها" }}</style></head>
<body><nav><a href="/">الصفحة الرئيسية لموقع الضفة</a></nav>
<article>{story}</article>
<noscript>فعّل البرمجة في متصفحك حتى ترى هذه الصفحة كاملة</noscript>
<footer>جميع الحقوق محفوظة لموقع الضفة منذ 2015</footer></body></html>"""
