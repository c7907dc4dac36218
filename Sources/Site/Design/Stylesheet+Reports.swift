extension Stylesheet {
    /// The pages of annual reports: the statutory tables, marks on cells, findings, the source beside them.
    static let reports = """
        .form{border:1px solid var(--quiet)}
        .form th,.form td{border:1px solid var(--line);padding:4px 6px;vertical-align:middle}
        .form thead th,.form th[scope=col]{text-align:center;vertical-align:middle}
        .form thead th,.form .block{background:var(--wash)}
        .form thead th{border-bottom:1px solid var(--quiet);min-width:3.9em}
        .form .block{font-weight:600}
        .form td.note{text-align:left;color:var(--quiet)}
        .form th{font-weight:400}
        .form th[scope=rowgroup]{min-width:3.4em;max-width:5em;vertical-align:top}
        .form th[scope=row]{min-width:8em;position:sticky;left:0;background:var(--paper);z-index:1}
        .form td{text-align:right;min-width:3.9em}
        .form td.marked{background:#fff8e6;box-shadow:inset 0 0 0 1px var(--warning)}
        .form td.marked.error{background:#fdecea;box-shadow:inset 0 0 0 2px var(--error)}
        .form td.marked.notice{background:#eaf2fc;box-shadow:inset 0 0 0 1px var(--notice)}
        .form td:target,.source :target,.findings>li:target{background:var(--hit);outline:2px solid var(--ink);outline-offset:-2px}
        .form td>a:not(.mark){color:var(--ink);display:inline-block;min-width:1.5em;padding:4px 0}
        .form td .word{color:var(--quiet);display:inline-block;max-width:2.2em}
        .mark{display:flex;align-items:center;justify-content:flex-end;min-height:24px;font-size:.7778rem;line-height:1.5;white-space:nowrap}
        th .mark{justify-content:flex-start}
        .form .own{display:block;font-size:.7778rem;color:var(--quiet);white-space:nowrap}
        .form .own::before{content:"总报告 "}
        .kinds{display:none}
        .findings{list-style:none;padding:0}
        .findings>li{border-top:1px solid var(--line);padding:12px 0;margin:0}
        .findings p{margin:0 0 4px}
        .findings dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 16px;margin:0;font-size:.8889rem;line-height:1.6}
        .findings dt{color:var(--quiet)}
        .findings dd{margin:0}
        .counts{display:flex;flex-wrap:wrap;gap:8px;list-style:none;padding:0}
        .counts li{margin:0}
        .beside{display:grid;grid-template-columns:minmax(0,2.05fr) minmax(0,1fr);gap:0 32px;align-items:start}
        .beside>.pane{position:sticky;top:16px}
        .report-text{font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif}
        .report-text p{text-indent:2em;margin:0 0 8px}
        .source{border:1px solid var(--line);max-height:calc(100vh - 140px);overflow:auto;font-size:.8889rem;line-height:1.6;padding:8px 0}
        .source ol{margin:0;padding:0;list-style:none;font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif}
        .source li{display:grid;grid-template-columns:3.6em minmax(0,1fr);margin:0;padding:0 8px 0 0;white-space:pre-wrap}
        .source li::before{content:attr(data-n);color:var(--quiet);text-align:right;padding-right:12px;user-select:none;font-variant-numeric:tabular-nums}
        .source p{margin:0;padding:2px 12px}
        .source table{margin:8px 12px;font-size:.7778rem}
        .source td{border:1px solid var(--line);padding:2px 6px;white-space:pre-wrap;min-width:2em}
        .source h3,.source h4{margin:8px 12px 0;font-size:.8889rem}
        .differs{background:#fff8e6;font-weight:600}
        .differs .word{display:block;font-weight:400;font-size:.7778rem;color:var(--warning);white-space:nowrap}
        .pair tbody tr.second th,.pair tbody tr.second td{border-bottom:2px solid var(--line)}
        .pair .which{color:var(--quiet)}
        .pair .whole{color:var(--quiet);text-align:right}
        .pair th[scope=rowgroup]{max-width:18em;min-width:8em}
        .pair tr.second>:first-child{position:static;min-width:0}

        """

    /// Narrow screens, large print, paper.
    static let media = """
        html.large .beside,html.large .chart{grid-template-columns:minmax(0,1fr)}
        html.large .beside>.pane{position:static}
        html.large .button,html.large select,html.large input,html.large .sections a,html.large footer a{min-height:56px}
        html.large .chart text{font-size:20px}
        html.contrast .tag,html.contrast .form,html.contrast .form th,html.contrast .form td{border-color:#000}
        html.contrast .form td.marked,html.contrast .differs{background:#fff}
        @media(max-width:1000px){.beside,.chart{grid-template-columns:minmax(0,1fr)}.beside>.pane{position:static}.source{max-height:none}}
        @media(max-width:640px){.wrap{padding:0 16px}h1{font-size:1.4444rem}.sections ul{gap:0 20px}.facts th{width:6.5em;white-space:normal}.findings dl{grid-template-columns:minmax(0,1fr)}.findings dd{margin-bottom:4px}.filter{display:block}.filter .field{margin-bottom:16px}.filter select,.filter input:not([type=checkbox]){width:100%}.form th[scope=row]{min-width:5em;max-width:8.5em}.form th[scope=rowgroup]{padding:4px 3px}th,td{padding:8px}.form thead th,.form td{min-width:2.9em}.form td{padding:4px 3px}.held tr>:first-child{min-width:5.5em}.sections{display:none}.menu{display:block}.menu[open]{flex:1 0 100%}.masthead .wrap{gap:4px 12px}.office{flex:1 1 0;min-width:0}.office span[lang]{display:none}
        .stacked{overflow:visible;background:none}.stacked table,.stacked tbody,.stacked caption{display:block}.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stacked tr,.kinds{display:grid;grid-template-columns:repeat(7,minmax(0,1fr))}.five tr,.five .kinds{grid-template-columns:repeat(5,minmax(0,1fr))}.stacked .kinds{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:2px solid var(--quiet)}.kinds span{font-size:.6667rem;line-height:1.3;padding:4px 2px;text-align:right}.stacked th,.stacked .which,.stacked .note,.stacked .whole{grid-column:1/-1}.stacked .form,.stacked th,.stacked td{border:0}.stacked th[scope=row],.stacked th[scope=rowgroup]{max-width:none;padding:8px 0 0;position:static;border-top:1px solid var(--line)}.form .stacked td,.stacked td{min-width:0;padding:2px 2px 8px}.stacked .mark{white-space:normal;font-size:.6667rem}.stacked th[scope=rowgroup]{font-weight:600}.stacked .own{display:none}.stacked td:last-child .own{display:block;white-space:normal}.stacked .which{padding:4px 0 0;font-size:.7778rem}.stacked tr.second>:first-child{min-width:0}}
        @media(forced-colors:active){.tag,.button{border:1px solid}.form td.marked{outline:2px solid}}
        @media print{@page{margin:18mm 16mm;@bottom-center{content:counter(page) " / " counter(pages)}}
        html{font-size:11pt}.masthead nav,.trail,footer,.skip,.filter,.actions,.paging,form,.mark-links{display:none!important}.masthead{border-top:0}.wrap{max-width:none;padding:0}.beside,.chart{display:block}.frame{overflow:visible}.source{max-height:none;overflow:visible;border:0}.form th[scope=row],.held tr>:first-child,.pane{position:static}
        a{color:inherit;text-decoration:none}.prose a[href^="/"]::after,.facts a[href^="/"]::after{content:"（" attr(href) "）";font-size:.85em;color:var(--quiet)}
        tr,.findings>li{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}}

        """
}
