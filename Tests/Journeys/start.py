"""A small office starts: from an empty folder to its first report in public, as one clerk who has only the README does it.

    start.py PROGRAM

Every page that is read, every click and every field that is filled counts (10, 2 and 5 seconds); together they must stay
under five minutes. That is a count of what the pages ask of somebody, whatever the machine's speed. Then the same office
grows: another organization, other administrators, separation. Every page passes axe at both widths.
"""

import contextlib
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from portal import Journey

program = sys.argv[1]
root = pathlib.Path(__file__).resolve().parents[2]
REPORT = root / "Examples" / "reports" / "青溪县" / "柳渡乡2022年.txt"
PASSWORD = "a quiet river at dawn"
PAGE, CLICK, FIELD, LIMIT = 10, 2, 5, 300


class Server:
    """`gongkai serve` in a folder, and what it printed."""

    def __init__(self, folder, *options):
        self.process = subprocess.Popen(
            [program, "serve", "--data", folder + "/data", "--listen", "127.0.0.1:0", *options],
            stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.lines = []
        threading.Thread(target=lambda: self.lines.extend(iter(self.process.stdout.readline, "")), daemon=True).start()
        found = self.wait_for(r"网站已启动：(http://\S+)/")
        self.address = found[1] if found else sys.exit(f"the program did not start: {self.lines}")

    def wait_for(self, pattern, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for line in list(self.lines):
                if found := re.search(pattern, line):
                    return found
            time.sleep(0.05)
        return None

    def links(self, count):
        """The one-time links that were printed, once there are so many."""
        self.wait_for(r"/link/", 10)
        end = time.monotonic() + 10
        while time.monotonic() < end and len(self.found()) < count:
            time.sleep(0.05)
        return self.found()

    def found(self):
        return re.findall(r"https?://\S+/link/[0-9a-f]{64}", "".join(self.lines))


@contextlib.contextmanager
def server(folder, *options):
    running = Server(folder, *options)
    try:
        yield running
    finally:
        running.process.terminate()
        running.process.wait(timeout=60)


class Start(Journey):
    """Counts what it does; looking a page over for faults counts nothing."""

    def __init__(self, base):
        super().__init__(base)
        self.pages = self.clicks = self.fields = 0

    @property
    def seconds(self):
        return PAGE * self.pages + CLICK * self.clicks + FIELD * self.fields

    def read(self):
        """A page that somebody reads to go on."""
        self.pages += 1
        self.look()

    def fill(self, selector, text):
        self.fields += 1
        field = self.find(selector)
        if field.get_attribute("type") != "file":
            field.clear()
        field.send_keys(text)

    def choose(self, selector, words):
        self.fields += 1
        Select(self.find(selector)).select_by_visible_text(words)

    def press(self, words):
        for element in self.browser.find_elements(By.CSS_SELECTOR, "main button, main a"):
            if element.text.startswith(words):
                self.clicks += 1
                self.follow(element)
                return
        self.fault(f"nothing to press says {words}")

    def sign_in(self, login):
        self.browser.delete_all_cookies()
        self.open("/desk")
        self.find("#login").send_keys(login)
        self.find("#password").send_keys(PASSWORD)
        self.press("登录")

    def use(self, link):
        """A one-time link to choose a password, opened by its owner."""
        self.browser.delete_all_cookies()
        self.browser.get(link)
        self.find("#password").send_keys(PASSWORD)
        self.find("#again").send_keys(PASSWORD)
        self.press("保存")

    def one(self, link):
        """From the link to the public page."""
        # The command is typed, and what it prints is read.
        self.fields, self.pages = 1, 1
        self.clicks += 1
        self.browser.get(link)
        self.expect(self.heading() == "开始使用", "the first link does not begin an office")
        self.read()
        for field, text in [("#login", "lixin"), ("#name", "演示一人"), ("#password", PASSWORD), ("#again", PASSWORD)]:
            self.fill(field, text)
        self.press("建立账号")
        self.expect(self.path() == "/desk/start", f"not led to the first steps but to {self.path()}")
        self.read()
        self.press("填写单位")
        self.read()
        self.fill("#name", "青溪县柳渡乡")
        self.choose("#kind", "乡镇街道")
        self.press("保存")
        self.read()
        self.press("填写名称和地址")
        self.expect(self.find("#office-name").get_attribute("value") == "青溪县柳渡乡", "the site's name does not follow")
        self.expect(self.find("#public-url").get_attribute("value") == self.base, "no address is offered")
        self.read()
        self.press("保存")
        self.read()
        self.press("上传年度报告")
        self.read()
        self.fill("input[type=file]", str(REPORT))
        self.press("上传并检查")
        self.read()
        for _ in range(2):
            # What was read is shown first, where it is not yet public.
            if any(button.text.startswith("公布") for button in self.browser.find_elements(By.CSS_SELECTOR, "main button, main a.button")):
                self.press("公布")
                self.read()
        self.pages += 1
        self.browser.delete_all_cookies()
        self.open("/")
        self.expect("青溪县柳渡乡" in self.text(), "the office's name does not stand on the front page")
        self.expect(self.find("main a[href^='/reports/']") is not None, "the report is not public")
        self.look()
        print(f"从空文件夹到第一份报告公开：{self.pages} 页、{self.clicks} 次点击、{self.fields} 个字段，按数计 {self.seconds} 秒。")
        self.expect(self.seconds < LIMIT, f"{self.seconds} counted seconds, more than {LIMIT}")

    def grows(self):
        """The same person is told that the office has grown, and lets others administer."""
        self.sign_in("lixin")
        self.expect("本站由您一人办理" in self.text(), "one person is not named as such")
        self.look()
        self.open("/desk/organizations/new")
        self.look()
        self.find("#name").send_keys("桃岭镇")
        Select(self.find("#kind")).select_by_visible_text("乡镇街道")
        self.press("加入机构")
        self.open("/desk")
        self.expect("怎样改为三员分立" in self.text(), "a grown site is not told so")
        self.look()
        self.press("怎样改为三员分立")
        self.look()
        for login, role in [("anquan", "securityAdministrator"), ("shenji", "auditAdministrator")]:
            self.sign_in("lixin")
            self.open("/desk/administration/appoint/" + role)
            self.look()
            self.find("#login").send_keys(login)
            self.find("#name").send_keys("演示管理员")
            self.find("#password").send_keys(PASSWORD, Keys.ENTER)
            time.sleep(1)
            link = self.find("#link").get_attribute("value")
            self.expect(link.startswith(self.base + "/link/"), f"the link is no whole address: {link}")
            self.look()
            self.use(link)
            self.expect("密码已设置" in self.text(), "the link is not good")
        self.sign_in("lixin")
        self.open("/desk/administration/hand-over")
        self.look()
        self.open("/desk/administration")
        self.press("改为三员分立")
        self.look()
        Select(self.find("#kept")).select_by_index(2)
        self.find("#password").send_keys("not the password")
        self.press("改为三员分立")
        self.expect("密码不对" in self.text(), "a wrong password separates")
        self.look()
        Select(self.find("#kept")).select_by_visible_text("只担任系统管理员，不再做业务")
        self.find("#password").send_keys(PASSWORD)
        self.press("改为三员分立")
        self.expect("已改为三员分立" in self.text(), "the administrators are not separate")
        self.look()
        self.sign_in("shenji")
        self.open("/desk/audit?action=administration.separated")
        self.expect("改为三员分立" in self.text(), "the record does not say so")
        self.look()

    def alone(self):
        """What takes two is confirmed by the one person, with the password."""
        self.sign_in("lixin")
        self.open("/desk/people")
        self.look()
        self.follow(self.browser.find_element(By.CSS_SELECTOR, "main tbody a"))
        self.look()
        self.press("开具链接")
        self.look()
        self.open("/desk/proposals")
        self.look()
        self.press("去确认")
        self.look()
        self.press("确认")
        self.expect("请再填一次密码" in self.text(), "confirmed without a password")
        self.look()
        self.find("#password").send_keys(PASSWORD)
        self.press("确认")
        self.expect("已确认" in self.text(), "not confirmed")
        self.open("/desk/account")
        self.look()

    def step(self, step, *arguments):
        try:
            step(*arguments)
        except Exception as error:  # A broken step must not hide the others.
            self.fault(f"{step.__name__}: {type(error).__name__}: {str(error).splitlines()[0]}")


faults = []
with tempfile.TemporaryDirectory() as folder:
    with server(folder) as running:
        links = running.links(1)
        journey = Start(running.address)
        journey.expect(len(links) == 1 and links[0].startswith(running.address), f"not one link but {links}")
        journey.open("/")
        journey.expect("现在还没有公布" in journey.text() and "gongkai report" not in journey.text(), "the empty front page is not for the public")
        journey.look()
        for step in [(journey.one, links[0]), (journey.alone,), (journey.grows,)]:
            journey.step(*step)
        journey.browser.quit()
        faults += journey.faults
    with server(folder, "--listen", "0.0.0.0:0") as running:
        if running.links(0) or "0.0.0.0" in running.address:
            faults.append(f"an office that is begun prints links, or an address that nobody can open: {running.lines}")
with tempfile.TemporaryDirectory() as folder:
    with server(folder, "--separate-administrators", "--public-url", "https://gk.example.gov.cn/") as running:
        links = running.links(3)
        if len(links) != 3 or not all(link.startswith("https://gk.example.gov.cn/link/") for link in links):
            faults.append(f"not three links of the site's own address but {links}")
    link = subprocess.run(
        [program, "user", "add", "zhang", "--name", "某", "--data", folder + "/data"], capture_output=True).returncode or subprocess.run(
        [program, "user", "link", "zhang", "--data", folder + "/data", "--public-url", "https://gk.example.gov.cn"], capture_output=True,
        text=True).stdout
    if not str(link).startswith("https://gk.example.gov.cn/link/"):
        faults.append(f"user link gives no whole address: {link!r}")

for fault in faults:
    print(fault)
print(f"小单位开始使用：看了 {journey.looked} 页，{len(faults)} 处不合要求。")
sys.exit(1 if faults or journey.looked < 25 else 0)
