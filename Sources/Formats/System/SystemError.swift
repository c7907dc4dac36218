import Glibc

/// What the system says of a failed call (POSIX `errno`), in Chinese.
package enum SystemError {
    package static func words(_ code: Int32) -> String {
        switch code {
        case ENOENT: "文件或文件夹不存在"
        case EACCES, EPERM: "没有权限"
        case EEXIST, ENOTEMPTY: "已经存在"
        case ENOTDIR: "路径中有一段不是文件夹"
        case EISDIR: "是文件夹"
        case ENOSPC: "磁盘已满"
        case EDQUOT: "超出了磁盘配额"
        case EROFS: "磁盘是只读的"
        case EIO: "磁盘读写出错"
        case EMFILE, ENFILE: "打开的文件太多"
        case ENAMETOOLONG: "名称太长"
        case ELOOP: "链接太多，或者不应是链接"
        case EXDEV: "不在同一个磁盘上"
        case ENXIO: "管道没有读取者"
        case EBUSY, ETXTBSY: "正被占用"
        default: "系统错误 \(code)（\(String(cString: strerror(code)))）"
        }
    }
}
