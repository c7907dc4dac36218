/// The path of the site's front page.
package enum HomePath {
    package static let home: Path<Never> = "/"

    package static let crumb = Crumb("首页", home())
}
