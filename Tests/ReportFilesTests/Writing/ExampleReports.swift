import AnnualReport

/// The sample reports that are written by our own writers: two counties, several years, every layout and format.
enum ExampleReports {
    static let all: [ExampleReport] = songlin + liudu + shiqiao + [county] + water + bailu

    private static func wan(_ value: String) -> Cell { .amount(Amount(value: value, unit: .tenThousandYuan)) }

    private static func counts(_ figures: Int...) -> [Cell] { figures.map { .count($0) } }

    private static let songlin: [ExampleReport] = [
        ExampleReport(
            path: "青溪县/松林镇2019年.txt",
            report: ExampleFigures(
                organization: "青溪县松林镇", year: 2019,
                proactive: [
                    .normativeDocuments: counts(2, 2, 9), .licensing: counts(14, 0, 31), .otherServices: counts(22, 1, 140),
                    .penalties: counts(3, 0, 2), .procurement: [.count(4), wan("36.20")],
                ],
                results: [.granted: [2], .unableNotHeld: [1]], carriedOver: [1],
                general: [
                    "松林镇把便民事项放在公开工作的首位，全年公开信息86条。", "收到政府信息公开申请4件，当年办结3件，其余转入下年。",
                    "公开工作列入村（社区）考核，年底请村民代表评议，没有出现需要责任追究的情形。",
                ],
                problems: "部分村级材料报送偏晚。来年实行每月提醒，材料不全的当场补齐。"
            ).report, writing: .text(.tabLed)),
        ExampleReport(
            path: "青溪县/松林镇2020年.htm",
            report: ExampleFigures(
                organization: "青溪县松林镇", year: 2020,
                proactive: [
                    .normativeDocuments: counts(1, 1, 10), .licensing: counts(14, 2, 28), .otherServices: counts(23, 0, 155),
                    .penalties: counts(3, 1, 4), .procurement: [.count(3), wan("21.75")],
                ],
                results: [.granted: [3, 1], .partlyGranted: [1]], carriedIn: [1],
                general: [
                    "围绕防疫物资、复工复产和农村道路三件事发布信息，做到当天核对当天上网。", "收到政府信息公开申请4件，连同上年转入的1件全部办结。",
                    "把公开情况写进站所年度考核，开展社会评议一次，未发生责任追究。",
                ],
                problems: "网页栏目名称不够直白，群众不易找到。准备按办事顺序重新排列。"
            ).report, writing: .page),
        ExampleReport(
            path: "青溪县/松林镇2021年.docx",
            report: ExampleFigures(
                organization: "青溪县松林镇", year: 2021,
                proactive: [
                    .normativeDocuments: counts(1, 2, 8), .licensing: counts(35), .penalties: counts(6), .fees: [wan("1.84")],
                ],
                results: [.granted: [2, 2], .refusedThirdPartyRights: [1], .otherRemaining: [1]], carriedOver: [0, 1],
                reviews: [.reconsideration: [1, 0, 0, 0]],
                general: [
                    "一季度完成公开目录修订，删去重复条目，补上征地补偿和耕地保护两类。", "全年收到政府信息公开申请7件。",
                    "考核、社会评议和责任追究三项制度执行到位。",
                ],
                problems: "答复文书的格式还不统一。已印发样本，由党政办逐件校核。"
            ).report, writing: .word),
        ExampleReport(
            path: "青溪县/松林镇2022年.xlsx",
            report: ExampleFigures(
                organization: "青溪县松林镇", year: 2022,
                proactive: [
                    .normativeDocuments: counts(2, 1, 9), .licensing: counts(41), .penalties: counts(3), .coercion: counts(1),
                    .fees: [wan("2.05")],
                ],
                results: [.granted: [4, 1], .unableNotCompiled: [1], .declinedRepeated: [1]], carriedIn: [0, 1], carriedOver: [1],
                general: [], problems: ""
            ).report, writing: .workbook, rules: [.missingSection, .missingTopic]),
    ]

    private static let liudu: [ExampleReport] = [
        ExampleReport(
            path: "青溪县/柳渡乡2021年.txt",
            report: ExampleFigures(
                organization: "青溪县柳渡乡", year: 2021,
                proactive: [
                    .regulations: [.notApplicable, .notApplicable, .notApplicable], .normativeDocuments: counts(0, 1, 4),
                    .licensing: counts(12),
                ],
                results: [.granted: [1], .unableUnclear: [1]],
                general: [
                    "柳渡乡以渡口安全、渔业补贴和危房改造为重点公开信息。", "收到政府信息公开申请2件，都在二十个工作日内答复。",
                    "政务公开占综合考核四分，群众评议满意，没有责任追究事项。",
                ],
                problems: "信息员一人多岗。计划在两个片区各增加一名兼职人员。"
            ).report, writing: .text(.crawledRows)),
        ExampleReport(
            path: "青溪县/柳渡乡2022年.txt",
            report: {
                var report = ExampleFigures(
                    organization: "青溪县柳渡乡", year: 2022,
                    proactive: [.normativeDocuments: counts(1, 0, 5), .licensing: counts(15), .penalties: counts(2)],
                    results: [.granted: [2, 1], .declinedPetition: [1]],
                    general: [
                        "汛期把水位、转移路线和安置点信息及时张贴到每个村组。", "全年收到政府信息公开申请4件。",
                        "年终考核与社会评议结果一并公布，责任追究零发生。",
                    ],
                    problems: "解读材料文字偏多。今后多用图示，并附办事电话。"
                ).report
                // Planted: the total of 予以公开 is 4, its parts are 3.
                report.set(.granted, .total, .count(4))
                return report
            }(), writing: .text(.pipe), rules: [.resultTotal, .rowTotal]),
        ExampleReport(
            path: "青溪县/柳渡乡2023年.json",
            report: ExampleFigures(
                organization: "青溪县柳渡乡", year: 2023,
                proactive: [.normativeDocuments: counts(1, 1, 5), .licensing: counts(11), .fees: [wan("0.36")]],
                results: [.granted: [1, 0, 0, 1], .otherNotSupplemented: [1]],
                general: [
                    "柳渡乡完成渡口标识更新，配套发布乘船须知。", "收到政府信息公开申请3件，均已办结。", "考核、评议、责任追究按年度计划落实。",
                ],
                problems: "历史文件数字化进度慢。来年先扫描近五年的文件。"
            ).report, writing: .json),
    ]

    private static let shiqiao: [ExampleReport] = [
        ExampleReport(
            path: "青溪县/石桥镇2021年.txt",
            report: ExampleFigures(
                organization: "青溪县石桥镇", year: 2021,
                proactive: [.normativeDocuments: counts(3, 0, 11), .licensing: counts(52), .penalties: counts(9), .fees: [wan("4.10")]],
                results: [.granted: [5, 2], .refusedInternalAffairs: [1], .unableNotHeld: [2]], carriedOver: [2],
                reviews: [.reconsideration: [0, 1, 0, 0], .litigationDirect: [1, 0, 0, 0]],
                general: [
                    "石桥镇集镇改造项目多，征收补偿方案、评估结果和资金发放逐户公示。", "收到政府信息公开申请12件，结转下年2件。",
                    "把公开纳入干部考核，邀请商户代表评议，对一起逾期答复进行了责任追究。",
                ],
                problems: "答复期限把握不严。已在登记时标明到期日并提前三天提醒。"
            ).report, writing: .gb18030(.tabSeparated)),
        ExampleReport(
            path: "青溪县/石桥镇2022年.csv",
            report: ExampleFigures(
                organization: "青溪县石桥镇", year: 2022,
                proactive: [.normativeDocuments: counts(1, 2, 10), .licensing: counts(47), .penalties: counts(5), .fees: counts(3)],
                results: [.granted: [4], .unableNotHeld: [1], .declinedExcessive: [1]], carriedIn: [2],
                reviews: [.litigationDirect: [0, 0, 0, 1]], general: [], problems: ""
            ).report, writing: .csv, rules: [.missingSection, .missingTopic, .unitMissing]),
    ]

    private static let county = ExampleReport(
        path: "青溪县/青溪县2022年.html",
        report: ExampleFigures(
            organization: "青溪县", year: 2022,
            proactive: [
                .regulations: [.notApplicable, .notApplicable, .notApplicable], .normativeDocuments: counts(17, 9, 214),
                .licensing: counts(18_406), .penalties: counts(2_317), .coercion: counts(88), .fees: [wan("3120.47")],
            ],
            results: [
                .granted: [61, 14, 0, 1, 2], .partlyGranted: [9, 2], .refusedStateSecret: [1], .refusedThirdPartyRights: [3, 1],
                .refusedAdministrativeQuery: [6], .unableNotHeld: [22, 3], .unableUnclear: [2], .declinedPetition: [4],
                .declinedRepeated: [3], .otherFeeUnpaid: [1], .otherRemaining: [5],
            ],
            carriedIn: [7, 1], carriedOver: [4],
            reviews: [.reconsideration: [6, 2, 1, 1], .litigationDirect: [2, 0, 0, 1], .litigationAfterReconsideration: [1, 0, 1, 0]],
            general: [
                "全县公开平台归并为一个入口，乡镇和部门栏目统一编目。", "县本级和各乡镇、部门收到政府信息公开申请共136件。",
                "开展考核两次、社会评议一次，对三个单位进行责任追究并通报。",
            ],
            problems: "部门之间答复口径不一。县政务公开办公室将编印案例汇编，按季会商疑难件。", published: (4, 8)
        ).report, writing: .page, rules: [.late])

    /// Long enough for a comparison with the year after.
    private static let waterWorks = [
        "市水务局把供水水质、停水检修、水价调整和河道整治作为公开重点，水质检测结果每周上网，停水通知提前两日张贴到小区。",
        "对照公开目录逐条核对，删去过期的办事指南，补上节水器具补贴、二次供水改造等新事项，并为老年人准备了大字版办事手册。",
        "依申请公开由办公室统一登记，业务科室三日内提出意见，法规科审核后答复，送达回证随卷归档，年底逐卷检查，缺项的限期补齐。",
        "网站设有河湖长公示、工程招标和应急值守三个专栏，公众留言当日转办，五个工作日内回复；办事大厅设查阅点，可以自助打印。",
        "公开工作由分管负责人每季度听取一次汇报，年终与科室评先挂钩，窗口满意度由第三方电话回访，结果在局务会上公布。",
    ]

    private static let water: [ExampleReport] = [
        ExampleReport(
            path: "云泽市/市水务局2021年.txt",
            report: ExampleFigures(
                organization: "云泽市水务局", year: 2021,
                proactive: [
                    .normativeDocuments: counts(2, 0, 16), .licensing: counts(327), .penalties: counts(41), .coercion: counts(2),
                    .fees: [wan("86.5")],
                ],
                results: [.granted: [6, 3], .unableNotHeld: [2], .declinedPetition: [1]], carriedOver: [1],
                reviews: [.reconsideration: [1, 0, 0, 0]],
                general: ["围绕防汛抗旱和供水保障发布信息，汛期每日两次更新水情。", "收到政府信息公开申请13件，转入下年1件。"],
                problems: "专业术语多，群众不易看懂。拟为常见术语编写说明。"
            ).report, writing: .text(.aligned)),
        ExampleReport(
            path: "云泽市/市水务局2022年.txt",
            report: {
                var report = ExampleFigures(
                    organization: "云泽市水务局", year: 2022,
                    proactive: [
                        .normativeDocuments: counts(1, 3, 14), .licensing: counts(298), .penalties: counts(37), .fees: [wan("79.2")],
                    ],
                    results: [.granted: [5, 2], .partlyGranted: [1], .unableNotHeld: [3]], carriedIn: [1], carriedOver: [0, 1],
                    general: waterWorks, problems: "一是公开形式以文字为主，二是个别科室报送不及时。下一步增加图表和短片，把报送时限写进科室职责。"
                ).report
                // Planted: two requests more came in than were handled or carried over.
                report.set(.received, .naturalPerson, .count(10))
                report.set(.received, .total, .count(13))
                return report
            }(), writing: .text(.paragraphs), rules: [.balance]),
        ExampleReport(
            path: "云泽市/市水务局2023年.txt",
            report: ExampleFigures(
                organization: "云泽市水务局", year: 2023,
                proactive: [.normativeDocuments: counts(2, 1, 15), .licensing: counts(311), .penalties: counts(29), .fees: [wan("81.7")]],
                results: [.granted: [4, 3], .declinedRepeated: [1]], carriedIn: [0, 1],
                // Planted: the text is last year's.
                general: waterWorks, problems: "一是公开形式以文字为主，二是个别科室报送不及时。下一步增加图表和短片，把报送时限写进科室职责。"
            ).report, writing: .text(.tabPadded)),
    ]

    private static let bailu: [ExampleReport] = [
        ExampleReport(
            path: "云泽市/白鹭镇2022年.txt",
            report: ExampleFigures(
                organization: "云泽市白鹭镇", year: 2022,
                proactive: [.normativeDocuments: counts(0, 0, 3), .licensing: counts(64), .penalties: counts(4)],
                results: [.granted: [3], .refusedProcessInformation: [1], .otherRemaining: [2]], carriedOver: [2],
                general: [
                    "白鹭镇湿地保护和候鸟观测信息按月发布，栖息地周边项目先公示后动工。", "收到政府信息公开申请8件，年底有2件尚在办理。",
                    "公开情况列入考核并接受社会评议，没有责任追究记录。",
                ],
                problems: "节假日更新不及时。已安排轮值人员。"
            ).report, writing: .text(.lines)),
        ExampleReport(
            path: "云泽市/白鹭镇2023年.txt",
            report: ExampleFigures(
                organization: "云泽市白鹭镇", year: 2023,
                proactive: [.normativeDocuments: counts(1, 0, 4), .licensing: counts(58), .penalties: counts(3)],
                // Planted: 2 were carried over from 2022, not 1.
                results: [.granted: [4, 1], .unableNotHeld: [1]], carriedIn: [1],
                general: [
                    "白鹭镇新设一处户外查阅亭，过往行人可以扫码看公开目录。", "收到政府信息公开申请5件，全部办结。",
                    "考核、评议和责任追究制度上墙公示。",
                ],
                problems: "查阅亭纸质材料易受潮。改用密封展板并缩短更换周期。"
            ).report, writing: .text(.crawledCells)),
    ]
}
