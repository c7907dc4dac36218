import Office
import Web

/// Where what is wrong with a setting stands on a form.
extension SettingError: FormProblem {
    package var field: String {
        switch self {
        case .days(.supplement, _): "supplement-days"
        case .days(.archive, _): "archive-days"
        case .ofCapability(let name, _): name
        case .holidays: "notice"
        case .courts: "courts"
        case .address: "public-url"
        case .officeName: "office-name"
        case .unreadable: Problem.wholePage
        }
    }
}
