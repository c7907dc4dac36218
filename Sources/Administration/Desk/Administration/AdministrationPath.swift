import Office
import Web

/// The paths of how the site is administered.
enum AdministrationPath {
    static let page: Path<AdministrationWord> = "/desk/administration"
    static let appoint: Path<Never, Role> = "/desk/administration/appoint/{role}"
    static let separate: Path<Never> = "/desk/administration/separate"
    static let handOver: Path<Never> = "/desk/administration/hand-over"

    static let crumb = Crumb(AdministrationPage.title, page())
}

enum AdministrationWord: String, SuccessWord {
    case separated = "on"

    var text: String? { "已改为三员分立，立即生效。" }
}

extension Role: PathValue {}
