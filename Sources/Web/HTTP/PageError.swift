import HTTPTypes
import Office

/// A request that is answered with a page that says what is wrong and what to do. Anything that is thrown and is no
/// `PageError` is our own fault and shows nothing of its inside.
package struct PageError: Error, Equatable {
    package var status: HTTPResponse.Status
    package var title: String
    package var message: String
    /// After how many seconds the same request may do.
    package var retryAfter: Int?

    package init(status: HTTPResponse.Status, title: String, message: String, retryAfter: Int? = nil) {
        self.status = status
        self.title = title
        self.message = message
        self.retryAfter = retryAfter
    }

    /// The thing asked for does not exist, or no longer.
    package static func notFound(_ message: String = "网址可能抄错了，也可能页面已经移走。请检查网址，或者从首页重新找起。") -> PageError {
        PageError(status: .notFound, title: "没有找到这个页面", message: message)
    }

    /// The address or the form holds something that cannot be understood.
    package static func badRequest(_ message: String) -> PageError {
        PageError(status: .badRequest, title: "网址或表单中有看不懂的内容", message: message)
    }

    /// The body is larger than the limit, in bytes.
    package static func tooLarge(limit: Int) -> PageError {
        PageError(status: .contentTooLarge, title: "文件太大", message: "最多可以上传 \(limit >> 20) MiB。请删去图片或拆分后再上传。")
    }

    /// One address or account asks more often than its limit.
    package static func tooMany(retryAfter seconds: Int) -> PageError {
        let wait = seconds < 60 ? "\(seconds) 秒" : "\((seconds + 59) / 60) 分钟"
        return PageError(
            status: .tooManyRequests, title: "操作太频繁",
            message: "请等 \(wait)再试。同一单位的人可能共用一个网络地址；如果经常遇到，请告诉本站的管理人员。", retryAfter: seconds)
    }

    /// More is asked at once than the machine should do.
    package static let busy = PageError(
        status: .serviceUnavailable, title: "正在读取的文件太多", message: "请过一分钟再上传一次。", retryAfter: 60)

    /// More pages are asked for at once than can be made.
    package static let crowded = PageError(
        status: .serviceUnavailable, title: "现在看的人太多", message: "请过几秒再打开一次。", retryAfter: 5)

    /// Many sign in at once.
    package static let signInBusy = PageError(status: .serviceUnavailable, title: "同时登录的人太多", message: "请过几秒再试一次。")

    /// What an HTTP status means where nobody said more.
    package static func standard(_ status: HTTPResponse.Status) -> PageError {
        switch status.code {
        case 404: .notFound()
        case 413: PageError(status: status, title: "上传的内容太大", message: "请减小文件后再上传。")
        case 400..<500: PageError(status: status, title: "网址或表单中有看不懂的内容", message: "请返回上一页检查后再试。")
        default: .internalFault
        }
    }

    /// The session ended while a page was open.
    package static let signedOut = PageError(
        status: .unauthorized, title: "登录已经结束", message: "请重新登录，再从刚才的页面提交一次。没有保存任何内容。")

    /// The form was open too long, or came from elsewhere.
    package static let staleForm = PageError(
        status: .forbidden, title: "页面开得太久了", message: "也可能是浏览器不接受 Cookie。请返回上一页，刷新后再提交。没有保存任何内容。")

    /// Signed in, but not for this.
    package static func forbidden(_ right: Right) -> PageError {
        PageError(
            status: .forbidden, title: "没有权限", message: "这里需要“\(right.title)”的权限，您的角色没有这项权限。如果工作需要，请联系安全管理员。")
    }

    package static let internalFault = PageError(
        status: .internalServerError, title: "页面暂时打不开",
        message: "这不是您的操作造成的，情况已经记录。请稍后再试；如果一直打不开，请告诉本站的管理人员。")
}
