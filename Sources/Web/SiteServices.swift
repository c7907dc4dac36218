import Foundation
import Law
import Office

/// What the pages of all capabilities share: the data, the tokens of forms, the lines in which hard work waits. One of each a site.
package struct SiteServices: Sendable {
    package let records: Records
    package let wings: Wings
    /// Signs and proves the CSRF tokens of forms.
    package let tokens: FormToken
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

    package init(records: Records, wings: Wings, settings: SiteSettings, calendar: WorkdayCalendar) {
        (self.records, self.wings, self.calendar) = (records, wings, calendar)
        (links, uploadLimit) = (settings.links, settings.uploadLimit)
        tokens = FormToken(key: settings.secret)
    }

    /// Reads forms that carry files.
    ///
    /// - Parameter mostParts: how many parts a form may have.
    package func uploads(mostParts: Int = MultipartForm.fewParts) -> UploadReader {
        UploadReader(tokens: tokens, limit: uploadLimit, mostParts: mostParts)
    }
}
