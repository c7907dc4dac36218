/// Makes labels comparable: width, spaces, punctuation, simplified or traditional characters are folded away, so that
/// 「規 範 性 文件」 and 「规范性文件」 are the same sequence of characters.
///
/// One table look-up a character, since every cell of every report goes through it.
package enum Folding {
    /// Folded value of each character of the basic plane; 0 drops it.
    package static let table: [UInt16] = makeTable()

    /// Like `table`, but punctuation stays (in its narrow form where it has one): for reading sentences.
    package static let sentenceTable: [UInt16] = {
        var table = (0...0xFFFF).map { UInt16($0) }
        for i in [
            0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x202F...0x202F, 0x205F...0x206F, 0x3000...0x3000, 0xD800...0xF8FF, 0xFEFF...0xFEFF,
        ].joined() {
            table[i] = 0
        }
        for full in 0xFF01...0xFF5E { table[full] = table[full - 0xFEE0] }
        for (traditional, simplified) in zip(traditional.utf16, simplified.utf16) { table[Int(traditional)] = simplified }
        return table
    }()

    /// Folds UTF-8 text into an array, replacing what it held. Characters beyond the basic plane become U+FFFD.
    package static func fold(_ utf8: UnsafeBufferPointer<UInt8>, into folded: inout [UInt16]) {
        folded.removeAll(keepingCapacity: true)
        append(utf8, to: &folded)
    }

    /// Appends the folded characters of UTF-8 text, as many as there may be at most.
    package static func append(_ utf8: UnsafeBufferPointer<UInt8>, to folded: inout [UInt16], atMost most: Int = .max) {
        table.withUnsafeBufferPointer { table in
            let end = most == .max ? Int.max : folded.count + most
            var i = 0
            while i < utf8.count, folded.count < end {
                let scalar = nextScalar(utf8, &i)
                let value = scalar > 0xFFFF ? 0xFFFD : table[Int(scalar)]
                if value != 0 { folded.append(value) }
            }
        }
    }

    /// The folded characters of a string.
    package static func fold(_ text: String) -> [UInt16] {
        var folded: [UInt16] = []
        var text = text
        text.withUTF8 { fold($0, into: &folded) }
        return folded
    }

    /// The folded text of a string.
    package static func text(_ text: String) -> String {
        String(decoding: fold(text), as: UTF16.self)
    }

    /// Decodes one scalar of UTF-8 and moves past it; a broken sequence is U+FFFD.
    @inlinable @inline(__always)
    package static func nextScalar(_ utf8: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> UInt32 {
        let lead = utf8[i]
        i += 1
        if lead < 0x80 { return UInt32(lead) }
        // Chinese: three bytes.
        if lead & 0xF0 == 0xE0, i + 2 <= utf8.count {
            let value = UInt32(lead & 0x0F) << 12 | UInt32(utf8[i] & 0x3F) << 6 | UInt32(utf8[i + 1] & 0x3F)
            i += 2
            return value
        }
        return otherScalar(lead, utf8, &i)
    }

    @usableFromInline
    package static func otherScalar(_ lead: UInt8, _ utf8: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> UInt32 {
        let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0
        guard length > 0, i + length <= utf8.count else { return 0xFFFD }
        var value = UInt32(lead) & (0x3F >> UInt32(length))
        for _ in 0..<length {
            value = value << 6 | UInt32(utf8[i] & 0x3F)
            i += 1
        }
        return value
    }

    private static func makeTable() -> [UInt16] {
        var table = (0...0xFFFF).map { UInt16($0) }
        func drop(_ range: ClosedRange<Int>) {
            for i in range { table[i] = 0 }
        }
        drop(0x00...0x2F)
        drop(0x3A...0x40)
        drop(0x5B...0x60)
        drop(0x7B...0xBF)
        drop(0x2000...0x206F)
        drop(0x3000...0x3003)
        drop(0x3008...0x3020)
        drop(0xFE10...0xFE6F)
        drop(0xFEFF...0xFEFF)
        drop(0xFFFE...0xFFFF)
        drop(0xD800...0xF8FF)
        for full in 0xFF01...0xFF5E { table[full] = table[full - 0xFEE0] }
        for capital in 0x41...0x5A {
            table[capital] = UInt16(capital + 0x20)
            table[capital + 0xFEE0] = UInt16(capital + 0x20)
        }
        drop(0xFF5F...0xFF65)
        drop(0x30FB...0x30FB)
        for (traditional, simplified) in zip(traditional.utf16, simplified.utf16) {
            table[Int(traditional)] = simplified
        }
        return table
    }

    /// Traditional characters of the words that reports use, each with its simplified form at the same place below.
    private static let traditional =
        "並乾亂亞佈佔併來侖侷係俬倉個們倖倫偉備傢傳傷僅價儀億儘優內兩冊別則創劃動務勢勵區協厤參員問喪單噹嚮嚴國圍園圖埰執堅報夠學"
        + "寀實寧審寫寬將專對導屆層屬岡崙巖幹幾庫廢廣廳張強彆彔後徑從復徵徹態應懸戰戶捲掛採換揮據擴擺敎數斷於旂昇時暢暫曆曉曏書會査"
        + "條楓業極榘榦構樂樓標樣橋機橫檔檢檯欄權歷氾汎汙決沒況減測準溫滿濟瀏為烏無熱營爲狀獲現環產産甯畢畫畵當療發盡監眞眾確礎礙祕"
        + "種稱積穩穫箇節範築簡簽籤糾約納級紮細組結絡給統經綫維網緊線編縣總績織繞繫繳繼續纍罰羣義習聯職聽脩脫臨臺與舉華萬蒐蓋蔘處號"
        + "衆衕衛補製複襬覈見規視親覺覽觀觸訂計訓託記訟訪設許訴註証評詢試話誌認誤說説誰課調談請論諮諾證識議護讀變讓豐豬負財貧貫責買"
        + "費貼資質購贏贛趨踰較載輿轉辦農迴這週進運過達違遞適遷還邊郵鄉醫釋針銜錄錯録錶鍼鎭鎮鑑鑒長門開間閤閱閲闆關陞陣陽際隨隱隻雖"
        + "雙離難雲電響頁項須預頒領題額類風颱養餘饋驗體髮鬚麗麪麫麵點黨齣龍"

    private static let simplified =
        "并干乱亚布占并来仑局系私仓个们幸伦伟备家传伤仅价仪亿尽优内两册别则创划动务势励区协历参员问丧单当向严国围园图采执坚报够学"
        + "采实宁审写宽将专对导届层属冈仑岩干几库废广厅张强别录后径从复征彻态应悬战户卷挂采换挥据扩摆教数断于旗升时畅暂历晓向书会查"
        + "条枫业极矩干构乐楼标样桥机横档检台栏权历泛泛污决没况减测准温满济浏为乌无热营为状获现环产产宁毕画画当疗发尽监真众确础碍秘"
        + "种称积稳获个节范筑简签签纠约纳级扎细组结络给统经线维网紧线编县总绩织绕系缴继续累罚群义习联职听修脱临台与举华万搜盖参处号"
        + "众同卫补制复摆核见规视亲觉览观触订计训托记讼访设许诉注证评询试话志认误说说谁课调谈请论咨诺证识议护读变让丰猪负财贫贯责买"
        + "费贴资质购赢赣趋逾较载舆转办农回这周进运过达违递适迁还边邮乡医释针衔录错录表针镇镇鉴鉴长门开间合阅阅板关升阵阳际随隐只虽"
        + "双离难云电响页项须预颁领题额类风台养余馈验体发须丽面面面点党出龙"
}
