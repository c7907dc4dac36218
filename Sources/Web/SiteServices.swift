import Foundation
import Law
import Office

/// What the pages of all capabilities share: the data, the forms, the lines in which hard work waits. One of each a site.
package struct SiteServices: Sendable {
    package let records: Records
    package let wings: Wings
    package let forms: Forms
    package let links: SiteLinks
    /// The working days that were given at the start, beside those of the settings.
    package let calendar: WorkdayCalendar
    /// The most that an upload may carry, in bytes.
    package let uploadLimit: Int
    /// Reads files that others wrote, off the threads that answer.
    package let pool = ReadingPool()
    /// Public pages that are hard to make.
    package let pages = PageCache()
    /// Bounds how many passwords are tried at a time.
    package let passwords = PasswordGate()
    package let clock: @Sendable () -> Date

    package init(
        records: Records, wings: Wings, settings: SiteSettings, calendar: WorkdayCalendar, clock: @escaping @Sendable () -> Date
    ) {
        (self.records, self.wings, self.calendar, self.clock) = (records, wings, calendar, clock)
        (links, uploadLimit) = (settings.links, settings.uploadLimit)
        forms = Forms(tokens: FormToken(key: settings.secret), clock: clock)
    }

    /// Reads forms that carry files.
    ///
    /// - Parameter mostParts: how many parts a form may have.
    package func uploads(mostParts: Int = MultipartForm.fewParts) -> UploadReader {
        UploadReader(forms: forms, limit: uploadLimit, mostParts: mostParts)
    }
}
