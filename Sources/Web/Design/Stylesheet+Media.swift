extension Stylesheet {
    /// Narrow screens, large print, paper.
    package static let media = """
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
