extension Stylesheet {
    /// Parts of forms, doors of the front page, bar charts, months as tables.
    package static let forms = """
        input[type=date]{font:inherit;line-height:1.4;color:inherit;background:var(--paper);min-height:44px;padding:8px 12px;border:1px solid var(--quiet);border-radius:2px;max-width:100%}
        .optional{font-weight:400;color:var(--quiet)}
        .short{width:6em}
        .two{display:flex;flex-wrap:wrap;gap:0 32px}
        fieldset{border:0;margin:0 0 8px;padding:0;min-width:0}
        legend{font-weight:600;padding:0;margin:0 0 12px}
        fieldset .field label{font-weight:400}
        details{border-top:1px solid var(--line);margin:0}
        details+.field{margin-top:24px}
        summary{padding:10px 0;min-height:44px;cursor:pointer;font-weight:600}
        summary .small{font-weight:400}
        summary:hover{background:var(--wash)}
        details>.inset{margin-top:8px}
        .deadlines details:last-of-type{border-bottom:1px solid var(--line)}
        .box{display:flex;align-items:flex-start;gap:12px}
        .box input{flex:none;width:24px;height:24px;margin:4px 0}
        .box label{font-weight:400;margin:0}
        .answer{font-size:1.1111rem;border-left:4px solid var(--accent);padding:4px 0 4px 16px;margin:0 0 16px}
        .answer strong{font-size:1.3333rem}
        .findings h3{margin:0 0 4px;text-wrap:wrap}
        .findings h3 .date,.answer .date{display:inline-block}
        .months{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:0 16px;align-items:start}
        .month{table-layout:fixed;width:100%;margin:0 0 24px}
        .month th,.month td{padding:3px 0;text-align:center;border:1px solid var(--line);font-weight:400}
        .month th{font-size:.7778rem;background:var(--wash);color:var(--quiet)}
        .month td{height:3.6rem;color:var(--quiet)}
        .month b,.month small{display:block}
        .month small{font-size:.6389rem;line-height:1.35}
        .month .day,.month .last,.month .event{color:var(--ink)}
        .month .day,.month .last{background:#eaf2fc}
        .month .off{background:var(--wash)}
        .month .asked{background:#fff8e6;color:var(--warning)}
        .month .event,.month .last{outline:2px solid var(--ink);outline-offset:-1px}
        .month .last{outline-color:var(--accent)}
        html.contrast .month td{background:#fff;border-color:#000}

        """
}
