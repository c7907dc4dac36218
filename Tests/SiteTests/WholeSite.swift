import Office
import Web

@testable import gongkai

/// The site with all capabilities of the program.
extension House {
    static var whole: House { wings.house }
}

let wings = gongkai.wings
