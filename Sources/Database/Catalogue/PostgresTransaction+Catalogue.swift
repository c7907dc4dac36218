extension PostgresTransaction {
    func catalogue() throws(DatabaseError) -> [CatalogueEntry] { try catalogue(of: "current_schema()::regnamespace") }

    /// - Parameter schema: an expression for the schema's oid.
    fileprivate func catalogue(of schema: String) throws(DatabaseError) -> [CatalogueEntry] {
        var entries: [CatalogueEntry] = []
        for part in Self.parts {
            let sql = """
                with place as (select oid, nspname, quote_ident(nspname) || '.' as prefix from pg_namespace where oid = \(schema))
                \(part.sql) order by 1, 2, 3
                """
            for row in try rows(SQL(raw: sql)) {
                let kind: CatalogueEntry.Kind =
                    switch try row.text("kind") {
                    case "table": .table
                    case "view": .view
                    case "sequence": .sequence
                    case "type": .type
                    default: part.kind
                    }
                entries.append(
                    CatalogueEntry(
                        kind: kind, name: try row.text("name"), table: try row.text("table_name"), definition: try row.text("definition")))
            }
        }
        return entries
    }

    /// What belongs to an extension is that extension's: administrators install some into `public`.
    private static func notOfExtension(_ catalogue: String, _ oid: String) -> String {
        "not exists (select 1 from pg_depend d where d.classid = '\(catalogue)'::regclass and d.objid = \(oid) and d.deptype = 'e')"
    }

    /// The engine writes names of temporary tables with their schema in some places, and others without.
    private static func plain(_ expression: String) -> String { "replace(replace(\(expression), place.prefix, ''), 'pg_temp.', '')" }

    private static let parts: [(kind: CatalogueEntry.Kind, sql: String)] = [
        (
            .table,
            """
            select case c.relkind when 'r' then 'table' when 'p' then 'table' when 'f' then 'table' when 'v' then 'view'
                when 'm' then 'view' when 'S' then 'sequence' else 'type' end as kind,
              c.relname::text as name, '' as table_name,
              c.relkind::text || c.relrowsecurity::text || c.relforcerowsecurity::text || coalesce(pg_get_viewdef(c.oid), '')
                || coalesce((select string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                  a.attgenerated, a.attidentity, a.attcollation::text, \(plain("pg_get_expr(f.adbin, f.adrelid)"))), ', ' order by a.attnum)
                  from pg_attribute a left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '') as definition
            from place join pg_class c on c.relnamespace = place.oid
            where c.relkind not in ('i', 'I', 't') and \(notOfExtension("pg_class", "c.oid"))
            """
        ),
        (
            .index,
            """
            select 'index' as kind, i.relname::text as name, c.relname::text as table_name,
              \(plain("pg_get_indexdef(x.indexrelid)")) || concat_ws(' ', '', x.indisvalid, x.indisready, x.indislive, x.indisunique)
                as definition
            from place join pg_class c on c.relnamespace = place.oid join pg_index x on x.indrelid = c.oid
            join pg_class i on i.oid = x.indexrelid
            where c.relkind <> 't' and \(notOfExtension("pg_class", "c.oid"))
            """
        ),
        (
            .constraint,
            """
            select 'constraint' as kind, k.conname::text as name, coalesce(c.relname, '')::text as table_name,
              \(plain("pg_get_constraintdef(k.oid)")) || concat_ws(' ', '', k.convalidated, k.condeferrable, k.condeferred) as definition
            from place join pg_constraint k on k.connamespace = place.oid left join pg_class c on c.oid = k.conrelid
            where \(notOfExtension("pg_constraint", "k.oid")) and \(notOfExtension("pg_class", "coalesce(c.oid, 0)"))
            """
        ),
        (
            .trigger,
            """
            select 'trigger' as kind, t.tgname::text as name, c.relname::text as table_name,
              pg_get_triggerdef(t.oid) || t.tgenabled::text as definition
            from place join pg_class c on c.relnamespace = place.oid join pg_trigger t on t.tgrelid = c.oid where not t.tgisinternal
            """
        ),
        (
            .disabledTrigger,
            """
            select 'disabled' as kind, coalesce(k.conname, t.tgname)::text as name, c.relname::text as table_name, t.tgenabled::text as definition
            from place join pg_class c on c.relnamespace = place.oid join pg_trigger t on t.tgrelid = c.oid
            left join pg_constraint k on k.oid = t.tgconstraint
            where t.tgisinternal and t.tgenabled <> 'O'
            """
        ),
        (
            .rule,
            """
            select 'rule' as kind, r.rulename::text as name, c.relname::text as table_name, pg_get_ruledef(r.oid) as definition
            from place join pg_class c on c.relnamespace = place.oid join pg_rewrite r on r.ev_class = c.oid
            where r.rulename <> '_RETURN' and \(notOfExtension("pg_class", "c.oid"))
            """
        ),
        (
            .policy,
            """
            select 'policy' as kind, p.polname::text as name, c.relname::text as table_name,
              concat_ws(' ', p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid)) as definition
            from place join pg_class c on c.relnamespace = place.oid join pg_policy p on p.polrelid = c.oid
            """
        ),
        (
            .function,
            """
            select 'function' as kind, p.proname::text || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name,
              '' as table_name, p.prosrc as definition
            from place join pg_proc p on p.pronamespace = place.oid where \(notOfExtension("pg_proc", "p.oid"))
            """
        ),
        (
            .op,
            """
            select 'op' as kind, o.oprname::text as name, '' as table_name, o.oprcode::text as definition
            from place join pg_operator o on o.oprnamespace = place.oid where \(notOfExtension("pg_operator", "o.oid"))
            """
        ),
        (
            .type,
            """
            select 'type' as kind, t.typname::text as name, '' as table_name, t.typtype::text as definition
            from place join pg_type t on t.typnamespace = place.oid
            where t.typtype in ('d', 'e', 'r') and \(notOfExtension("pg_type", "t.oid"))
            """
        ),
        (
            // Rows of a table that inherits are rows of ours.
            .inheritance,
            """
            select 'inheritance' as kind, i.inhrelid::regclass::text as name, c.relname::text as table_name, '' as definition
            from place join pg_class c on c.relnamespace = place.oid join pg_inherits i on i.inhparent = c.oid
            where c.relkind in ('r', 'p', 'f')
            """
        ),
    ]

    /// Compares each index with its table by counting the rows once through the table and once through the index. The extension
    /// `amcheck` would compare more, and asks for rights that the program's user does not have.
    func indexFaults(of table: String) throws(DatabaseError) -> [String] {
        let indexes = try rows(
            """
            select i.relname::text as name, x.indexrelid::bigint as oid, pg_get_expr(x.indpred, x.indrelid) as condition,
              (select string_agg(pg_get_indexdef(x.indexrelid, k, true), ', ' order by k)
               from generate_series(1, x.indnkeyatts) k) as columns
            from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam
            where c.relnamespace = current_schema()::regnamespace and c.relname = \(table) and m.amname = 'btree' order by 1
            """)
        var faults: [String] = []
        for index in indexes {
            let name = try index.text("name")
            let condition = SQL(raw: try index.optionalText("condition").map { " where " + $0 } ?? "")
            try allow(table: true)
            let all = try rows("select count(*) as n from \(name: table)\(condition)").first?.int("n")
            try allow(table: false)
            let columns = SQL(raw: try index.text("columns"))
            let found = try rows(
                "select count(*) as n from (select 1 as one from \(name: table)\(condition) order by \(columns)) rows"
            ).first?.int("n")
            if all != found { faults.append("表 \(table) 有 \(all ?? 0) 行，从索引 \(name) 里只找得到 \(found ?? 0) 行") }
        }
        return faults
    }

    /// Makes the planner read tables alone, or indexes alone in their order, to the end of the transaction.
    private func allow(table: Bool) throws(DatabaseError) {
        let (direct, indexed) = table ? ("on", "off") : ("off", "on")
        let settings = ["seqscan": direct, "sort": direct, "indexscan": indexed, "indexonlyscan": indexed, "bitmapscan": "off"]
        try script(settings.map { "set local enable_\($0.key) = \($0.value);" }.joined())
    }
}

extension PostgresDriver {
    /// What a schema has after these statements: temporary tables of a transaction that is rolled back. The right to make such
    /// tables (`TEMPORARY`) is everybody's unless an administrator took it.
    func catalogue(of script: [String]) async throws -> [CatalogueEntry] {
        struct Made: Error { let entries: [CatalogueEntry] }
        do {
            try await write(isExclusive: false) { transaction in
                try transaction.script("set local search_path = pg_temp")
                for sql in script { try transaction.script(sql) }
                throw Made(entries: try (transaction as? PostgresTransaction)?.catalogue(of: "pg_my_temp_schema()") ?? [])
            }
            return []
        } catch let made as Made {
            return made.entries
        }
    }
}
