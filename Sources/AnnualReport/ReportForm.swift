/// The two statutory forms of the annual report (Regulation, article 50).
package enum ReportForm: String, Hashable, Sendable, CaseIterable {
    /// 国办公开办函〔2019〕60号: reports on 2019 and 2020.
    case form2019 = "2019"
    /// 国办公开办函〔2021〕30号: reports on 2021 and later.
    case form2021 = "2021"

    /// The form that a report on that year must follow.
    package init(year: Int) {
        self = year >= 2021 ? .form2021 : .form2019
    }

    /// The notice that prescribes it.
    package var notice: String {
        switch self {
        case .form2019: "国办公开办函〔2019〕60号"
        case .form2021: "国办公开办函〔2021〕30号"
        }
    }

    package var other: ReportForm { self == .form2019 ? .form2021 : .form2019 }
}
