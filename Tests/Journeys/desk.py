"""The desk in a real browser: each administrator does their part, a clerk finds theirs; every page passes axe at both
widths.

    desk.py ADDRESS PASSWORD     (of all demonstration accounts)
"""

import io
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from portal import Journey


class Desk(Journey):
    def __init__(self, base, password):
        super().__init__(base)
        self.password = password

    def sign_in(self, login, password=None):
        self.browser.delete_all_cookies()
        self.open("/desk")
        self.find("#login").send_keys(login)
        self.find("#password").send_keys(password or self.password, Keys.ENTER)
        for _ in range(300):
            if not self.path().startswith("/desk/sign-in") or self.browser.find_elements(By.CSS_SELECTOR, ".summary"):
                break
            time.sleep(0.1)

    def new_link(self, is_administrators=False):
        """The path of the link that was just issued: a whole address stands in its field, but for an administrator's, since
        one administrator alone says what the address is."""
        link = self.find("#link").get_attribute("value")
        if is_administrators:
            self.expect(link.startswith("/link/"), f"more than a path: {link}")
            return link
        self.expect(link.startswith(self.base + "/link/"), f"no whole address: {link}")
        return link.removeprefix(self.base)

    def press(self, words):
        """Presses the button of that name in the page."""
        for button in self.browser.find_elements(By.CSS_SELECTOR, "main button"):
            if button.text.startswith(words):
                self.follow(button)
                return
        self.fault(f"no button {words}")

    def run(self):
        for step in (self.mistake, self.system, self.security, self.two, self.newcomer, self.own_account, self.audit, self.clerk,
                     self.supervisor, self.uploading, self.withdrawing, self.correcting):
            try:
                step()
            except Exception as error:  # A broken step must not hide the others.
                self.fault(f"{step.__name__}: {type(error).__name__}: {str(error).splitlines()[0]}")

    def mistake(self):
        self.open("/desk/people")
        self.expect(self.path().startswith("/desk/sign-in?back="), "a visitor is not led to the sign-in page")
        self.look()
        self.sign_in("xitong", "wrong password here")
        self.expect(self.find("#login").get_attribute("value") == "xitong", "the name is lost")
        self.find(".summary a").send_keys(Keys.ENTER)
        self.expect(self.browser.switch_to.active_element.get_attribute("id") == "login", "the summary does not lead to its field")
        self.look()

    def system(self):
        self.sign_in("xitong")
        self.expect(self.heading().startswith("演示系统管理员"), "not greeted")
        self.look()
        for path in ("/desk/start", "/desk/administration"):
            self.open(path)
            self.look()
        sections = [link.text for link in self.browser.find_elements(By.CSS_SELECTOR, ".side a")]
        self.expect("审计" not in sections and "人员" in sections, f"the side list shows {sections}")
        self.open("/desk/audit")
        self.expect("没有权限" in self.text(), "the system administrator sees the audit")
        self.look()
        self.open("/desk/people")
        self.look()
        self.follow(self.browser.find_element(By.LINK_TEXT, "新增人员"))
        self.look()
        self.find("#login").send_keys("xinren")
        self.find("#name").send_keys("演示新人")
        self.find("#phone").send_keys("abc")
        self.press("建立账号")
        self.expect(self.find("#phone").get_attribute("value") == "abc", "what was typed is lost")
        self.look()
        self.find("#phone").clear()
        self.press("建立账号")
        self.expect("账号已建立" in self.text(), "no confirmation")
        self.person = self.path().split("?")[0]
        self.look()
        self.open("/desk/organizations")
        self.look()
        self.follow(self.browser.find_elements(By.CSS_SELECTOR, "main a[href^='/desk/organizations/']")[-1])
        self.look()

    def security(self):
        self.sign_in("anquan")
        self.expect("还没有密码" in self.text(), "nothing waits for the security administrator")
        self.look()
        self.open(self.person)
        self.look()
        Select(self.find("#role")).select_by_value("informationClerk")
        self.press("授予")
        self.expect("请选择在哪个单位" in self.text(), "an organization is not asked for")
        self.look()
        Select(self.find("#role")).select_by_value("informationClerk")
        organization = Select(self.find("#organization"))
        organization.select_by_visible_text("县政府办公室")
        self.press("授予")
        self.expect("角色已授予" in self.text(), "no confirmation")
        self.press("开具链接")
        self.link = self.new_link()
        self.look()

    def two(self):
        """What takes two administrators: one proposes, another confirms."""
        self.sign_in("anquan")
        self.open("/desk/people?q=xitong")
        self.follow(self.browser.find_elements(By.CSS_SELECTOR, "main tbody a")[0])
        self.press("开具链接")
        link = self.new_link(is_administrators=True)
        self.expect("确认以后，链接才能用" in self.text(), "a link for an administrator does not wait")
        self.look()
        self.open("/desk/proposals")
        self.expect("撤回" in self.text(), "who proposed it cannot withdraw it")
        self.look()
        self.browser.delete_all_cookies()
        self.open(link)
        self.expect("链接无效" in self.text(), "a link that waits is good")
        self.sign_in("shenji")
        self.expect("个事项等待确认" in self.text(), "nothing waits for the other administrator")
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "个事项等待确认"))
        self.look()
        self.press("不同意")
        self.expect("没有改动任何内容" in self.text() and "现在没有" in self.text(), "no confirmation")
        self.look()

    def newcomer(self):
        self.browser.delete_all_cookies()
        self.open(self.link)
        self.look()
        self.find("#password").send_keys("short")
        self.find("#again").send_keys("short", Keys.ENTER)
        time.sleep(1)
        self.expect("至少 12 个字符" in self.text(), "a short password is taken")
        self.look()
        self.find("#password").send_keys("a quiet river at dawn")
        self.find("#again").send_keys("a quiet river at dawn")
        self.press("保存")
        self.expect("密码已设置" in self.text(), "no confirmation")
        self.look()
        self.open(self.link)
        self.expect("链接无效" in self.text(), "a link is good twice")
        self.look()
        self.sign_in("xinren", "a quiet river at dawn")
        self.expect("信息员" in self.text(), "the newcomer has no role")

    def own_account(self):
        self.open("/desk/account")
        self.look()
        self.follow(self.browser.find_element(By.LINK_TEXT, "启用动态验证码"))
        self.look()
        self.scan()
        self.find("#code").send_keys("000000")
        self.find("#password").send_keys("a quiet river at dawn")
        self.press("启用")
        self.expect("动态验证码不对" in self.text(), "a wrong code is taken")
        self.look()
        self.open("/desk")
        self.press("退出登录")
        self.open("/desk")
        self.expect(self.path().startswith("/desk/sign-in"), "still signed in")

    def scan(self):
        """Reads the QR code from the screen, as a telephone does."""
        with tempfile.TemporaryDirectory() as folder:
            picture = folder + "/code.png"
            self.find("svg.qr").screenshot(picture)
            seen = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True, text=True).stdout.strip()
        link = self.find("main a[href^='otpauth:']").get_attribute("href")
        self.expect(seen == link, f"the QR code says {seen!r} and the link {link!r}")

    def audit(self):
        self.sign_in("shenji")
        self.open("/desk/audit")
        self.look()
        self.press("核验全部记录")
        self.expect("完好" in self.text(), "the record does not verify")
        self.look()
        self.open("/desk/audit?from=2026-13-01")
        self.expect("不是能辨认的日期" in self.text(), "an impossible day is taken")
        self.look()
        self.open("/desk/audit?action=account.made")
        self.follow(self.browser.find_elements(By.CSS_SELECTOR, "main tbody a")[0])
        self.look()
        self.press("查看")
        self.expect("演示新人" in self.text(), "the sealed values are not shown")
        self.look()

    def clerk(self):
        self.sign_in("xinxi")
        self.look()
        sections = [link.text for link in self.browser.find_elements(By.CSS_SELECTOR, ".side a")]
        self.expect("人员" not in sections and "审计" not in sections, f"the side list shows {sections}")

    def supervisor(self):
        self.sign_in("zhuguan")
        self.look()
        self.open("/desk/reports")
        self.expect(self.find("main tbody a") is not None, "the supervisor sees no report")
        self.look()
        self.open("/desk/reports/new")
        self.look()
        self.press("上传并检查")
        self.expect(self.browser.find_elements(By.CSS_SELECTOR, ".summary a") != [], "an upload without a file is taken")
        self.look()
        self.open("/desk/reports?year=2021&state=unplaced")
        self.look()
        waiting = self.browser.find_elements(By.CSS_SELECTOR, "main tbody td a")
        if waiting:
            self.follow(waiting[0])
            self.look()
            rows = self.browser.find_elements(By.CSS_SELECTOR, "main a[href*='/rows/']")
            self.expect(bool(rows), "a report that waits has no row to place")
            self.follow(rows[0])
            self.look()

    def uploading(self):
        """Three files at once: one is corrected, one is new, one names nobody; the two drafts are published together."""
        examples = pathlib.Path(__file__).parents[2] / "Examples" / "reports" / "青溪县"
        text = (examples / "柳渡乡2021年.txt").read_text(encoding="utf-8-sig")
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name in ("柳渡乡", "石桥镇", "铅山镇"):
                path = pathlib.Path(folder) / f"{name}.txt"
                path.write_text(text.replace("柳渡乡", name).replace("群众评议满意", "群众评议较满意"), encoding="utf-8")
                paths.append(str(path))
            self.open("/desk/reports/new")
            self.look()
            self.find("#file").send_keys("\n".join(paths))
            self.press("上传并检查")
        self.expect("存为草稿 2 份，等您处理 1 份" in self.text(), f"the outcomes are {self.text()[:300]}")
        self.look()
        self.list = self.path().split("?")[0]
        version = self.find("main td a[href^='/desk/reports/']").get_attribute("href").rsplit("/", 1)[1]
        self.open(f"/reports/{version}")
        self.expect("没有找到这个页面" in self.text(), "a draft is public")
        self.open("/desk")
        self.expect("草稿，核对后公布" in self.text(), "a draft does not wait on the desk's home")
        self.look()
        self.open(f"/desk/reports/{version}")
        self.expect("这是草稿，只有办公区能看到" in self.text(), "the page does not say that it is a draft")
        self.look()
        self.open(f"/desk/reports/{version}/source")
        self.expect("原文：" in self.text(), "a draft's original is not at the desk")
        self.look()
        self.open(self.list)
        self.press("公布选中的报告")
        self.expect("已公布 2 份报告" in self.text(), "no confirmation")
        self.look()
        self.open(f"/reports/{version}")
        self.expect("检查结果" in self.text(), "what was published is not public")
        self.version = version
        self.open(self.list)
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "说明是哪个单位"))
        self.expect("铅山镇" in self.text() and "系统管理员" in self.text(), "who adds an unknown town is not said")
        self.look()
        self.press("是这个单位的")
        self.expect("请选择这是哪个单位" in self.text(), "no choice is taken")
        self.look()
        self.press("不要这份文件")
        self.expect("您选了不要这份文件" in self.text(), "what was dropped is not said")

    def withdrawing(self):
        self.open(f"/desk/reports/{self.version}")
        self.follow(self.browser.find_element(By.LINK_TEXT, "撤回这一版"))
        self.look()
        self.press("撤回这一版")
        self.expect("没有写明原因" in self.text(), "no reason is taken")
        self.look()
        self.find("#reason").send_keys("表三有一个数字填错")
        self.press("撤回这一版")
        self.expect("已撤回" in self.text(), "no confirmation")
        self.look()
        self.open(f"/reports/{self.version}")
        self.expect("撤回，原因：表三有一个数字填错" in self.text(), "the public is not told of the withdrawal")
        self.look()
        self.open(f"/desk/reports/{self.version}")
        self.press("恢复公布")
        self.expect("已恢复公布" in self.text(), "no confirmation")
        self.look()

    def correcting(self):
        self.open("/desk/reports?year=2022")
        self.look()
        self.follow(self.browser.find_element(By.LINK_TEXT, "整改单"))
        self.look()
        address = self.base + "/desk/reports/corrections/file?year=2022&by=2030-12-10&which=all&format=docx"
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.browser.get_cookies())
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Cookie": cookies})) as answer:
            names = zipfile.ZipFile(io.BytesIO(answer.read())).namelist()
        self.expect(len(names) > 1 and all(name.endswith("整改单.docx") for name in names), f"the bundle holds {names}")
        self.open(f"/desk/reports/{self.version}/return")
        self.look()
        self.find("#due").clear()
        self.press("退回整改")
        self.expect("请填写回复期限" in self.text(), "no day is taken")
        self.look()
        self.find("#due").send_keys("2030-12-10")
        self.press("退回整改")
        self.expect("已退回整改" in self.text() and "2030-12-10" in self.text(), "no confirmation")
        self.look()


if __name__ == "__main__":
    desk = Desk(sys.argv[1], sys.argv[2])
    desk.run()
    desk.browser.quit()
    for fault in desk.faults:
        print(fault)
    print(f"办公区：看了 {desk.looked} 页，{len(desk.faults)} 处不合要求。")
    sys.exit(1 if desk.faults or desk.looked < 20 else 0)
