import Database

/// The connections to the database's servers in Prometheus' text format.
package enum PoolMetrics {
    /// Nothing where there are no such connections.
    package static func text(_ pools: [PoolFigures]) -> String {
        if pools.isEmpty { return "" }
        var text = ""
        func family(_ name: String, _ kind: String, _ help: String, _ lines: (PoolFigures) -> [([(String, String)], Int)]) {
            text += "# HELP \(name) \(PrometheusText.escapedHelp(help))\n# TYPE \(name) \(kind)\n"
            for pool in pools {
                for (labels, value) in lines(pool) {
                    text += PrometheusText.line(name, PrometheusText.labels([("server", pool.server)] + labels), Double(value))
                }
            }
        }
        family("gongkai_database_connections", "gauge", "数据库连接数，按服务器和状态") { pool in
            [([("state", "in_use")], pool.inUse), ([("state", "idle")], pool.idle)]
        }
        family("gongkai_database_connections_max", "gauge", "数据库连接数的上限，按服务器") { [([], $0.most)] }
        family("gongkai_database_waiting", "gauge", "正在等待数据库连接的操作数，按服务器") { [([], $0.waiting)] }
        family("gongkai_database_wait_timeouts_total", "counter", "等不到数据库连接而放弃的操作数，按服务器") { [([], $0.timedOut)] }
        return text
    }
}
