extension Stylesheet {
    /// The desk: the side list, forms of people who work all day, timelines.
    package static let desk = """
        .desk{display:grid;grid-template-columns:160px minmax(0,1fr);gap:0 40px;align-items:start}
        .desk .column{max-width:none}
        .desk .column>*{max-width:720px}
        .desk .column>.frame,.desk .column>.facts{max-width:100%}
        .at-desk .wrap{max-width:1280px}
        .side{padding-top:24px}
        .side ul{list-style:none;margin:0;padding:0}
        .side li{margin:0}
        .side a{display:flex;align-items:center;min-height:44px;padding:0 12px;text-decoration:none;border-left:4px solid transparent}
        .side a:hover{background:var(--wash);text-decoration:underline}
        .side a[aria-current]{color:var(--ink);font-weight:600;border-left-color:var(--accent);background:var(--wash)}
        input[type=password],input[type=search],textarea{font:inherit;line-height:1.4;color:inherit;background:var(--paper);min-height:44px;padding:8px 12px;border:1px solid var(--quiet);border-radius:2px;max-width:100%}
        input[type=password]{width:24em}
        textarea{width:100%;min-height:10em}
        .wide-input input:not(.hidden){width:24em}
        .code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        .qr{display:block;background:#fff;fill:#000;forced-color-adjust:none;max-width:100%;height:auto;margin:8px 0}
        .confirmation{border:3px solid var(--notice);border-radius:2px;padding:16px 24px;margin:24px 0;max-width:720px}
        .confirmation h2{margin:0 0 8px;font-size:1.1111rem}
        .confirmation p:last-child{margin:0}
        textarea.link{min-height:0;word-break:break-all;resize:vertical}
        .steps{list-style:none;padding:0;max-width:720px}
        .steps li{border-top:1px solid var(--line);padding:8px 0 8px 16px;margin:0;border-left:4px solid transparent}
        .steps li[aria-current]{border-left-color:var(--accent);background:var(--wash)}
        .steps h2{font-size:1.1111rem;margin:4px 0}
        .steps p{margin:0 0 8px}
        .inline{display:inline}
        .inline .button{min-height:36px;padding:4px 12px}
        .waiting{list-style:none;padding:0;max-width:720px}
        .waiting li{border-top:1px solid var(--line);padding:8px 0;margin:0}
        .timeline{list-style:none;padding:0 0 0 16px;border-left:2px solid var(--line)}
        .timeline li{margin:0 0 16px}
        .timeline time{display:block;color:var(--quiet);font-size:.8889rem}
        .level-1{padding-left:1.5em}.level-2{padding-left:3em}.level-3{padding-left:4.5em}.level-4{padding-left:6em}.level-5{padding-left:7.5em}
        [class^=level-]{display:inline-block}
        @media(max-width:800px){.desk{grid-template-columns:minmax(0,1fr)}.side,.at-desk .sections{display:none}.at-desk .menu{display:block}.at-desk .menu[open]{flex:1 0 100%}}
        @media(max-width:640px){.level-1{padding-left:.6em}.level-2{padding-left:1.2em}.level-3{padding-left:1.8em}.level-4{padding-left:2.4em}.level-5{padding-left:3em}.held [class^=level-]{min-width:8em}}

        """
}
