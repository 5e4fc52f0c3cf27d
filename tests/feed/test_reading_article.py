"""Saved pages: what is the article's, what the site's, and the comments that a theme marks."""

from __future__ import annotations

import time

import pytest

from episodes.core.reading import Reading
from episodes.feed.reading.article import read_article
from episodes.workflow.pages import read

STORY = (
    "<p>The Crumb’s Ann Lee and Editor-in-Chief Bo Ray examine how the oven went cold, and who is to mend it now.</p>"
    "<p>According to Reuters (<a href='https://reuters.example/oven'>here</a>), nobody is.</p>"
)
#: A theme with share buttons inside the article and everything else beside it.
PAGE = """<html><head><title>Oven out (Video) | The Crumb</title>{head}</head><body class="has-sidebar">
<div class="top-menu"><ul><li><a href="/">Home</a></li><li><a href="/x">Ovens of Europe and Asia</a></li></ul></div>
<article><header><h1>Oven out (Video)</h1><h2>Crumb Brief: Episode 12.</h2>
<div class="post-author"><a href="https://crumb.example/ann">Ann Lee</a></div></header>
<div class="social-share"><a href="https://f.example/">Share</a><a href="https://t.example/">Tweet</a></div>
<div class="entry-content">{story}</div><p class="tags">Tags: bread</p>
<div class="author-box"><p>Ann Lee writes about ovens from a small house by the sea.</p></div></article>
{below}
<div class="sidebar"><a href="/s">A thing of the sidebar here</a></div>
<div class="cookie-notice">We use cookies to give you the best experience. <a href="/p">Privacy policy here</a></div>
</body></html>"""
NATIVE = """<section id="comments"><h2>2 Responses</h2><ol class="comment-list">
<li class="comment"><article class="comment-body"><footer class="comment-meta"><div class="comment-author">
<b class="fn">Walt</b> <span class="says">says:</span></div><div class="comment-metadata">
<time datetime="2024-02-11T12:44:00+00:00">February 11</time></div></footer>
<div class="comment-content"><p>One.</p></div><div class="reply"><a href="#">Reply</a>
</div></article><ol class="children"><li class="comment"><article class="comment-body"><div class="comment-author">
<b class="fn">P. Lin</b></div><div class="comment-metadata"><a href="#c2">February 12, 2024 at 8:01 am</a></div>
<div class="comment-content"><p>Two.</p></div></article></li></ol></li></ol></section>"""
WIDGET = """<div id="comments"><div id="wpdcom"><div class="wpd-thread-info">2 Comments</div><div>Inline Feedbacks</div>
<div class="comment wpd-comment"><div class="wpd-comment-right"><div class="wpd-comment-author">Walt</div>
<div class="wpd-comment-date" title="February 11, 2024 12:44">3 years ago</div><div class="wpd-comment-text"><p>One.</p>
</div></div><div class="comment wpd-comment wpd-reply"><div class="wpd-comment-author">
<a href="https://p.example/">P. Lin</a></div>
<div class="wpd-comment-date" title="February 12, 2024 08:01">3 years ago</div><div class="wpd-reply-to">
Reply to <a href="#">Walt</a></div><div class="wpd-comment-text"><p>Two.</p></div></div></div></div></div>"""
OLDER = """<h3>2 Comments</h3><ul class="comments-list"><li><div><span class="c-name">Walt</span> on
<span class="c-date">February 11, 2024 at 12:44 pm</span></div><div class="c-text">One.</div><a>Reply</a>
<ul><li><div><span class="c-name">P. Lin</span> on <span class="c-date">February 12, 2024 at 8:01 am</span></div>
<div class="c-text">Two.</div><a>Reply</a></li></ul></li></ul>"""
RELATED = """<div class="more"><h3>You May Also Like</h3><div><a href="/o">Why the old oven was kept</a>
<div>Jan 3, 2024</div></div></div>"""


def page(*, below: str = "", head: str = "", story: str = STORY) -> Reading:
    return read(read_article(PAGE.format(head=head, story=story, below=below).encode()))


def test_what_frames_an_article_is_not_in_its_notes():
    """Menus, share buttons, the author's box, side bars and the notice of cookies belong to the site."""
    found = page()

    assert (found.show_title, found.number, found.title) == ("Crumb Brief", 12, "Oven out")
    assert found.notes == "According to Reuters ([here](https://reuters.example/oven)), nobody is."
    assert [(link.kind, link.title, link.url) for link in found.links] == [
        ("citation", "Reuters", "https://reuters.example/oven")
    ]


@pytest.mark.parametrize("comments", [NATIVE, WIDGET, OLDER], ids=["native", "widget", "older"])
def test_comments_that_a_theme_marks(comments: str):
    """Author, date and text of each, and what it answers, with titles of other posts above them."""
    found = page(below=RELATED + comments)

    assert [(c.author, c.text, c.reply_to) for c in found.comments] == [("Walt", "One.", None), ("P. Lin", "Two.", 0)]
    assert [c.published_at.isoformat()[:16] for c in found.comments if c.published_at] == [
        "2024-02-11T12:44",
        "2024-02-12T08:01",
    ]
    assert found.related == ("Why the old oven was kept",)


def test_comments_without_marks_are_read_as_text():
    """A plugin that nobody knows: the lines below the article are read as those of a text."""
    found = page(
        below="<div class='zz'><h3>2 Comments</h3><div>Walt</div><div>February 11, 2024 12:44</div><div>One.</div>"
        "<div>Reply</div><div>P. Lin</div><div>February 12, 2024 08:01</div><div>Two.</div><div>Reply</div></div>"
    )

    assert [(c.author, c.text) for c in found.comments] == [("Walt", "One."), ("P. Lin", "Two.")]


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ("<meta property='og:site_name' content='Crumb Radio'>", "Crumb Radio"),
        (
            '<script type=\'application/ld+json\'>{"@type":"NewsArticle","publisher":{"name":"Loaf"}}</script>',
            "Loaf",
        ),
        ("", "The Crumb"),
    ],
)
def test_a_page_names_its_site(head: str, site: str):
    """For machines, or behind its title."""
    assert read_article(PAGE.format(head=head, story=STORY, below="").encode()).site == site


def test_the_date_of_a_block_named_for_it():
    """The time's own class says nothing; that of what it stands in does."""
    html = PAGE.replace(
        "</h2>", "</h2><div class='post-date'><time datetime='2023-01-30T16:20:00Z'>Jan 30</time></div>"
    )

    article = read_article(html.format(head="", story=STORY, below="").encode())

    assert article.published_at is not None
    assert article.published_at.isoformat() == "2023-01-30T16:20:00+00:00"


@pytest.mark.parametrize(
    "html",
    [
        "<div class='comment'>" * 300 + "One." + "</div>" * 300,
        "<ol class='comment-list'>" + "<li class='comment'><p>May 3, 2020</p>" * 200,
        "<form class='sidebar'><h1>All in one form</h1><p>Text.</p></form>",
        "<div class='entry-content'></div>" * 50,
    ],
)
def test_odd_markup_ends_well(html: str):
    """However a page is nested."""
    read(read_article(f"<html><body><h1>A title of a page</h1>{html}</body></html>".encode()))


@pytest.mark.parametrize(
    "html",
    [
        "<div class='entry-content'><p>text of it</p></div>" * 15_000,
        "<div class='entry-content'>text</div>" + "<p><a href='/x'>A title of it all</a></p>" * 15_000,
        "<ol class='comment-list'>" + "<li class='comment'><b class='fn'>A</b><p>t</p></li>" * 8000,
        "<div class='sidebar'><p>x</p></div>" * 15_000,
        "<article><h1>a</h1>" * 5000,
    ],
    ids=["contents", "siblings", "comments", "side bars", "headings"],
)
def test_no_markup_takes_long(html: str):
    """However often it repeats itself."""
    began = time.process_time()
    read(read_article(f"<html><body><h1>A title of a page</h1>{html}</body></html>".encode()))

    assert time.process_time() - began < 6


def test_a_title_without_the_site_and_not_that_of_the_comments():
    """Some themes give the comments a heading of the first rank."""
    html = (
        "<html><head><meta property='og:title' content='Oven out (Video) - The Crumb'><meta property='og:site_name' "
        "content='The Crumb'></head><body>{}<div id='comments' class='comments-area'><h1>2 Comments</h1></div>"
        "</body></html>"
    )

    assert read_article(html.format("<h1>Oven out</h1><p>Text.</p>").encode()).title == "Oven out"
    assert read_article(html.format("<p>Text.</p>").encode()).title == "Oven out (Video)"


def test_comments_whose_text_alone_is_called_their_body():
    """The author stands beside it, in a header of its own."""
    one = (
        "<div class='comment'><div class='comment-header'><span class='comment-user-name'>{}</span>"
        "<span class='comment-date'>4 years ago</span></div><div class='comment-body'>{}</div></div>"
    )
    comments = one.format("F. Berg", "I carried box 17.") + one.format("Ines", "Thank you both.")
    article = "<h1>Ep. 64: The Archive Fire</h1><p>We talk.</p>"
    html = f"<html><body>{article}<div class='comment-list'>{comments}</div></body></html>"
    found = [(comment.author, comment.text) for comment in read_article(html.encode()).comments]

    assert found == [("F. Berg", "I carried box 17."), ("Ines", "Thank you both.")]


@pytest.mark.parametrize("odd", ["\x02", "\x00", "&#2;", "&#xFFFE;", "\ufffe"])
def test_characters_that_no_xml_may_hold_are_left_out(odd: str):
    """Behind what is taken out of a page, where lxml refuses them, and anywhere else."""
    html = f"<html><body><h1>Rye{odd}</h1><p>Bread.</p><footer>Imprint</footer>{odd} The end.</body></html>"

    article = read_article(html.encode())

    assert article.title == "Rye"
    assert "The end." in article.text
    assert "Imprint" not in article.text
    assert odd not in article.text
