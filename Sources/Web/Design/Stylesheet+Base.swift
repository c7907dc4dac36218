extension Stylesheet {
    /// Type, colour, links, focus, headings: what every page rests on. Sizes are in rem, so that large print
    /// (关怀版) is one number.
    package static let base = """
        :root{--ink:#1b1b1f;--quiet:#5c5f66;--line:#d5d7db;--accent:#a3141c;--link:#0b4fa8;--error:#b3261e;--warning:#8a5300;--notice:#0b4fa8;--wash:#f5f6f7;--paper:#fff;--hit:#fff3cd}
        *,*::before,*::after{box-sizing:border-box}
        html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:16px}
        html.large{font-size:150%}
        html.contrast{--ink:#000;--quiet:#000;--line:#000;--accent:#7a0008;--link:#00227a;--error:#8c0009;--warning:#5c3600;--notice:#00227a;--wash:#fff}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.75 "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif;line-break:strict;overflow-wrap:anywhere}
        a{color:var(--link);text-decoration:underline;text-underline-offset:.18em;text-decoration-thickness:1px}
        a:hover{text-decoration-thickness:2px}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        main:focus{outline:none}
        h1,h2,h3,h4{font-weight:600;line-height:1.4;margin:32px 0 12px;text-wrap:balance}
        h1{font-size:1.7778rem;margin:24px 0 16px}
        h2{font-size:1.3333rem}
        h3{font-size:1.1111rem;margin:24px 0 8px}
        h4{font-size:1rem;margin:16px 0 8px}
        p,ul,ol,dl{margin:0 0 16px}
        ul,ol{padding-left:1.5em}
        li{margin:4px 0}
        small,.small{font-size:.8889rem}
        .quiet{color:var(--quiet)}
        .lead{font-size:1.1111rem}
        .prose{max-width:38em}
        .number{font-variant-numeric:tabular-nums}
        .hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
        [id]:target{scroll-margin-top:16px}

        """

    /// The frame of a page: skip link, header, navigation, breadcrumb, main column, footer.
    package static let frame = """
        .skip{position:absolute;left:16px;top:-64px;background:var(--paper);padding:8px 16px;z-index:9}
        .skip:focus{top:8px}
        .wrap{max-width:1140px;margin:0 auto;padding:0 24px}
        .masthead{border-top:4px solid var(--accent);border-bottom:1px solid var(--line)}
        .masthead .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:4px 32px;padding-top:8px;padding-bottom:8px}
        .office{display:inline-flex;align-items:center;gap:12px;min-height:44px;color:var(--ink);text-decoration:none;font-weight:600;font-size:1.1111rem}
        .office:hover .office-name{text-decoration:underline}
        .seal{display:inline-block;width:1.7778em;height:1.7778em;line-height:1.7778em;text-align:center;background:var(--accent);color:#fff;border-radius:2px;font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif}
        .office span[lang]{font-weight:400;color:var(--quiet)}
        .sections ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 24px;margin:0;padding:0}
        .sections li{margin:0}
        .sections a{display:inline-flex;align-items:center;min-height:44px;text-decoration:none;border-bottom:3px solid transparent}
        .sections a:hover{text-decoration:underline}
        .sections a[aria-current]{color:var(--ink);font-weight:600;border-bottom-color:var(--accent)}
        .menu{display:none;border:0;margin:0}
        .menu summary{display:inline-flex;align-items:center;min-height:44px;padding:0 12px;border:1px solid var(--quiet);border-radius:2px}
        .menu nav p{margin:8px 0 0;color:var(--quiet);font-size:.8889rem}
        .menu ul{list-style:none;margin:0;padding:0}
        .menu li{margin:0;border-top:1px solid var(--line)}
        .menu li a{display:flex;align-items:center;min-height:44px;text-decoration:none}
        .menu li a[aria-current]{color:var(--ink);font-weight:600}
        .trail{padding-top:16px;font-size:.8889rem}
        .trail ol{list-style:none;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px;margin:0;padding:0}
        .trail li{margin:0}
        .trail li+li::before{content:"›";color:var(--quiet);margin-right:8px}
        .trail a{display:inline-block;padding:4px 0}
        main{display:block;padding-bottom:64px}
        .column{max-width:720px}
        footer{border-top:1px solid var(--line);background:var(--wash);font-size:.8889rem}
        footer .wrap{display:flex;flex-wrap:wrap;gap:4px 32px;padding-top:16px;padding-bottom:24px}
        footer p{margin:0;padding:8px 0}
        footer ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 24px;margin:0;padding:0}
        footer li{margin:0}
        footer a{display:inline-flex;align-items:center;min-height:44px}

        """
}
