"""Bodies as contributors might write them, with all that Markdown and HTML have."""

from __future__ import annotations

from hypothesis import strategies as st

INLINE = st.sampled_from(
    [
        *"*mot* **gras** `<code>` [un](/agenda/) [deux](#bas) ![](/images/a.jpg) <br> <a_b> &nbsp; &amp;nbsp; &copy; &#39; &lt; &#1;".split(),
        *"<span>s</span> [^1] HTML mot«mot » 1 000 ! ? : ; l'eau ' & > \" \\* ]]> é 🌌 \u00a0 https://a.example <mots@exemple.fr>".split(
            " "
        ),
        '[trois](https://a.example/?b=1&c=2#d "Un « titre »")',
        """![l'un & "l'autre"](/images/a%20b.jpg "Titre 'a'")""",
        '<a href="#x">ancre</a>',
        '<a href="#x"><em>ancre</em> d\'</a>',
        """<a href="/x" class="c" id="i" hreflang="en" title='"'>lien</a>""",
        """<a href="//cdn.example" title='"' lang="fr">l'<b>ien</b></a>""",
        '<time datetime="2026-11-21">hier</time>',
        '<abbr title="a > b < c &amp; d">x</abbr>',
        '<img src="/a.png" alt="">',
        '<b lang="fr">b',
        "<i> </i>",
        "<code>  </code>",
        '<h3 id="t">titre</h3>',
        "<script>x</script>",
    ]
)
BLOCKS = st.sampled_from(
    [
        "## Titre {}",
        "- {}\n- {}",
        "1. {}\n\n   {}",
        "> {}",
        "| a | b |\n| --- | :-: |\n| {} | {} |",
        "```\n{}\n\n  {}\n```",
        "    {}\n\n    {}",
        "Terme\n: {}",
        "---",
        "[^1]: {}",
        "*[HTML]: {}",
        '<table lang="fr">\n<tr><td align="left"> {} </td></tr>\n</table>',
        '<div class="note" markdown="1">\n\n{}\n\n<table lang="fr"><tr><td>{}</td></tr></table>\n\nfin\n\n</div>',
        "<details><summary>{}</summary>\n\n<pre>\n \n{}</pre> \t <pre> </pre>\n</details>",
        "<ul>\n\t<li id='l'>{}</li>  <li> \n </li></ul>",
        "<figure><img src='/images/a.jpg' alt='{}'><figcaption>{}</figcaption></figure>",
        "<!-- {} --><p title='{}'>{}",
    ]
)
WORDS = st.lists(INLINE | st.text(max_size=12), max_size=6).map(" ".join)
PARAGRAPHS = st.builds(lambda block, words: block.replace("{}", words), BLOCKS, WORDS) | WORDS
BODIES = st.lists(PARAGRAPHS, max_size=6).map("\n\n".join)
