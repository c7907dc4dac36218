/// The paths of the desk's own pages.
package enum DeskPath {
    package static let home: Path<Never> = "/desk"
    package static let signIn: Path<Never> = "/desk/sign-in"
    package static let signOut: Path<Never> = "/desk/sign-out"

    static let crumb = Crumb("办公区", home())
}
