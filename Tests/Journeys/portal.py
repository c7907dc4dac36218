"""A reader's way through the site in a real browser.

    python portal.py http://127.0.0.1:8080

The site must hold at least two reports. Every page is asked at 1280 and 390 pixels: nothing may scroll sideways but
tables in their own frames, axe-core must find nothing against WCAG 2.1 AA, and no script may be needed. Ends with 1 and
a line for each fault. Needs selenium, chromium, chromium-driver, and axe-playwright-python for the axe.min.js in it (with
`pip install --no-deps`: playwright itself is not used).
"""

import importlib.util
import os
import re
import shutil
import sys
import tempfile
from urllib.parse import quote, urlsplit

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

WIDTHS = (1280, 390)
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, arguments[0]).then(result => done(result.violations), error => done(String(error)));
"""
# Words of a report on which the checks have something to say: its total is not the sum of its parts.
REPORT = """桃岭镇2021年政府信息公开工作年度报告
一、总体情况
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况
\t自然人\t法人或其他组织\t总计
\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t
一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t4
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0
"""


def axe_source():
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None:
        sys.exit("axe-playwright-python is not installed")
    with open(os.path.join(package.submodule_search_locations[0], "axe.min.js"), encoding="utf-8") as file:
        return file.read()


def is_gone(element):
    """True once the element's page has gone. While a page is being replaced chromedriver may fail with other words than
    'stale'."""
    try:
        element.is_enabled()
        return False
    except WebDriverException:
        return True


class Journey:
    def __init__(self, base):
        self.base = base.rstrip("/")
        self.faults = []
        self.looked = 0
        options = Options()
        options.add_argument("--headless=new")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # Chromium's own sandbox does not start as root.
            options.add_argument("--no-sandbox")
        options.add_experimental_option("prefs", {"intl.accept_languages": "zh-CN"})
        for name in ("chromium", "chromium-browser", "google-chrome"):
            if shutil.which(name):
                options.binary_location = shutil.which(name)
                break
        driver = shutil.which("chromedriver")
        self.browser = webdriver.Chrome(options=options, service=Service(driver) if driver else Service())
        self.browser.set_script_timeout(60)
        self.axe = axe_source()

    def fault(self, words):
        self.faults.append(f"{self.browser.current_url}: {words}")

    def expect(self, condition, words):
        if not condition:
            self.fault(words)

    def width(self, pixels):
        # A headless window cannot be narrower than some 500 pixels: the device is emulated instead.
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": pixels < 600},
        )

    def open(self, path):
        self.browser.get(self.base + path)

    def follow(self, element):
        """Clicks what leads to another page and waits for that page."""
        old = self.browser.find_element(By.TAG_NAME, "html")
        element.click()
        WebDriverWait(self.browser, 30).until(lambda _: is_gone(old))

    def find(self, selector):
        found = self.browser.find_elements(By.CSS_SELECTOR, selector)
        return found[0] if found else None

    def text(self):
        return self.browser.find_element(By.TAG_NAME, "body").text

    def heading(self):
        headings = self.browser.find_elements(By.TAG_NAME, "h1")
        self.expect(len(headings) == 1, f"{len(headings)} headings of the first level")
        return headings[0].text if headings else ""

    def path(self):
        parts = urlsplit(self.browser.current_url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def look(self):
        """What every page must keep, at both widths, as it stands."""
        self.looked += 1
        for pixels in WIDTHS:
            self.width(pixels)
            wide = self.browser.execute_script("return document.documentElement.scrollWidth")
            self.expect(wide <= pixels, f"scrolls sideways at {pixels} pixels: {wide}")
            self.browser.execute_script(self.axe)
            violations = self.browser.execute_async_script(AXE, RULES)
            if isinstance(violations, str):
                self.fault(f"axe itself failed: {violations}")
                continue
            for violation in violations:
                nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
                self.fault(f"axe at {pixels} pixels: {violation['id']}, {violation['help']}: {nodes}")
        self.width(WIDTHS[0])
        self.expect(not self.browser.find_elements(By.TAG_NAME, "script"), "has a script")
        levels = self.browser.execute_script(
            "return [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
        skips = [b for a, b in zip(levels, levels[1:]) if b > a + 1]
        self.expect(not skips, f"heading levels are skipped: {levels}")
        self.heading()

    def run(self):
        for step in (self.front, self.keyboard, self.menu, self.list, self.search, self.town, self.report, self.compare,
                     self.merge, self.year,
                     self.check, self.deadlines, self.display, self.errors):
            try:
                step()
            except Exception as error:  # A broken step must not hide the others.
                self.fault(f"{step.__name__}: {type(error).__name__}: {str(error).splitlines()[0]}")
        self.browser.quit()

    def front(self):
        self.open("/")
        self.look()
        self.expect(self.find("main .rows a[href^='/reports/']") is not None, "no report on the front page")
        self.expect(self.find("main table") is None, "the front page has a table of figures")
        self.width(390)
        top = self.browser.execute_script("return document.querySelector('h1').getBoundingClientRect().top")
        self.expect(top < 130, f"the title stands {top} pixels down on a phone")
        self.width(WIDTHS[0])
        self.find("#q").send_keys("松林", Keys.ENTER)
        WebDriverWait(self.browser, 30).until(lambda browser: "/reports" in browser.current_url)
        self.expect("共 4 份" in self.text(), "the front page's search does not find a town by a part of its name")

    def keyboard(self):
        self.open("/")
        self.browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
        active = self.browser.switch_to.active_element
        self.expect(active.get_attribute("class") == "skip", "the first tab stop is not the skip link")
        active.send_keys(Keys.ENTER)
        self.expect(self.browser.switch_to.active_element.get_attribute("id") == "main", "the skip link does not lead to the text")

    def menu(self):
        """One fold instead of two menus on a phone, opened by keyboard."""
        self.open("/reports")
        self.width(390)
        summary = self.find(".menu summary")
        self.expect(summary.is_displayed() and not self.find(".sections").is_displayed(), "a phone has no menu, or two")
        summary.send_keys(Keys.ENTER)
        self.expect(self.find(".menu a[href='/deadlines']").is_displayed(), "the menu does not open")
        self.follow(self.find(".menu a[href='/merge']"))
        self.expect(self.path() == "/merge", "the menu leads nowhere")

    def search(self):
        self.open("/reports?q=" + quote("柳渡鄉"))
        self.look()
        names = {link.text for link in self.browser.find_elements(By.CSS_SELECTOR, "main tbody th > a")}
        self.expect(names == {"青溪县柳渡乡"}, f"traditional characters find {names}")
        options = [option.text for option in Select(self.find("#region")).options]
        self.expect("实例" not in options and "青溪县" in options, f"the regions are {options}")
        self.open("/reports?q=" + quote("！"))
        self.expect(self.find("#q-error") is not None, "what no name is, is not told")
        self.look()

    def town(self):
        """A town over the years: words first, every figure leads to its cell."""
        self.open("/reports?q=" + quote("松林镇"))
        self.follow(self.find("main tbody a[href^='/organizations/']"))
        self.expect("松林镇" in self.heading() and "历年" in self.heading(), "no page of the town")
        self.look()
        for summary in self.browser.find_elements(By.CSS_SELECTOR, "main summary"):
            summary.click()
        self.look()
        figure = self.find(".words .count")
        printed = figure.text
        self.follow(figure)
        target = self.find(":target")
        self.expect(target is not None and target.text.split()[0] == printed, f"{printed} does not lead to its cell")
        self.width(390)
        for selector in (".form.requests", ".form.reviews"):
            right = self.browser.execute_script(
                "return Math.max(...[...document.querySelectorAll(arguments[0] + ' td')].map(c => c.getBoundingClientRect().right))", selector)
            self.expect(right <= 390, f"{selector} ends {right} pixels to the right on a phone")
        self.width(WIDTHS[0])

    def list(self):
        self.open("/reports")
        self.look()
        year = Select(self.find("#year"))
        chosen = year.options[-1].get_attribute("value")
        year.select_by_value(chosen)
        self.follow(self.find("form.filter button"))
        self.expect(f"year={chosen}" in self.browser.current_url, "the filter does not filter")
        years = {cell.text for cell in self.browser.find_elements(By.CSS_SELECTOR, "main tbody td:nth-child(2)")}
        self.expect(years == {chosen}, f"the list of {chosen} shows {years}")

    def report(self):
        """The report with most findings, from a marked cell to its explanation and to the source."""
        self.open("/reports")
        rows = self.browser.find_elements(By.CSS_SELECTOR, "main tbody tr")
        worst = max(rows, key=lambda row: sum(map(int, re.findall(r"\d+", row.find_elements(By.CSS_SELECTOR, "td")[2].text))))
        self.follow(worst.find_element(By.TAG_NAME, "a"))
        self.look()
        mark = self.find(".form .mark")
        self.expect(mark is not None, "no cell is marked")
        if mark:
            anchor = mark.get_attribute("href").split("#")[1]
            self.expect(self.find(f".findings #{anchor}") is not None, "a mark leads nowhere")
        figure = self.find(".form td > a:not(.mark)")
        self.expect(figure is not None, "no figure leads to the source")
        if figure:
            printed, anchor = figure.text, figure.get_attribute("href").split("#")[1]
            figure.click()
            place = self.find(f".source #{anchor}")
            self.expect(place is not None and printed in place.text, f"{anchor} of the source does not print {printed}")
            self.expect(self.find(":target") is not None, "the place in the source is not marked")
        for link in self.browser.find_elements(By.CSS_SELECTOR, "main a[href^='#']"):
            target = link.get_attribute("href").split("#")[1]
            found = self.browser.execute_script("return document.getElementById(arguments[0]) !== null", target)
            self.expect(found, f"#{target} does not exist")

    def compare(self):
        self.open("/reports")
        self.follow(self.find("main tbody a"))
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "与另一份报告比较"))
        self.look()
        self.follow(self.find("main form button"))
        self.expect("比较" in self.heading(), "no comparison")
        years = [int(cell.text) for cell in self.browser.find_elements(By.CSS_SELECTOR, "main table:first-of-type td:nth-child(3)")[:2]]
        self.expect(years == sorted(years), f"the older report does not stand first: {years}")
        self.look()
        same = re.sub(r"b=\d+", "b=" + re.search(r"a=(\d+)", self.browser.current_url).group(1), self.browser.current_url)
        self.browser.get(same)
        self.expect(self.find(".summary a[href='#b']") is not None, "a report is compared with itself")
        self.look()

    def merge(self):
        self.open("/merge")
        self.look()
        self.open(f"/merge?region={quote('青溪县')}&year=2022")
        self.expect("汇总" in self.heading(), "no merged report")
        self.look()
        total = self.find("[id='c-requests.granted.total'] > a")
        own = self.find("[id='c-requests.granted.total'] .own")
        self.expect(total.text == "13" and own.text.endswith("78"), f"the county is added to its towns: {total.text}, {own.text}")
        self.expect("县教育局" in self.browser.page_source, "a bureau of the tree without a report is not missing")
        self.width(390)
        height = self.browser.execute_script("return document.documentElement.scrollHeight")
        self.expect(height < 9000, f"the merge is {height} pixels long on a phone")
        self.width(WIDTHS[0])
        for summary in self.browser.find_elements(By.CSS_SELECTOR, "main details:not([open]) > summary"):
            summary.click()
        self.look()
        self.follow(self.find(".form td > a:not(.mark)"))
        self.expect("的来源" in self.heading(), "a sum does not lead to its contributions")
        self.look()
        self.expect(self.find("main tbody a[href*='#c-']") is not None, "a contribution does not lead to its report")

    def year(self):
        self.open("/years")
        self.look()
        charts = self.browser.find_elements(By.CSS_SELECTOR, "svg[role=img]")
        self.expect(len(charts) == 4, f"{len(charts)} charts")
        self.follow(self.find("main td a[href^='/figures']"))
        self.look()

    def check(self):
        self.open("/check")
        self.look()
        self.follow(self.find("main form button"))
        self.expect(self.find(".summary a[href='#file']") is not None, "an empty form is not told")
        self.look()
        with tempfile.TemporaryDirectory() as folder:
            picture = os.path.join(folder, "报告.docx")
            with open(picture, "wb") as file:
                file.write(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01")
            self.find("#file").send_keys(picture)
            self.follow(self.find("main form button"))
            self.expect("JPEG" in self.text(), "a picture named .docx is not told")
            self.look()
            report = os.path.join(folder, "桃岭镇2021.txt")
            with open(report, "w", encoding="utf-8") as file:
                file.write(REPORT)
            self.find("#file").send_keys(report)
            self.follow(self.find("main form button"))
            self.expect("桃岭镇" in self.heading(), "the dropped report is not shown")
            self.expect("没有保存" in self.text(), "it is not said that nothing is kept")
            self.expect("行总计不符" in self.text(), "the planted mistake is not told")
            self.look()
        self.open("/reports")
        self.expect("桃岭镇" not in self.text(), "the dropped report was kept")

    def deadlines(self):
        """The calculator: a mistake told and mended by keyboard alone, then the days, then what has no day yet."""
        self.open("/")
        self.follow(self.find("main a[href='/deadlines']"))
        self.look()
        summaries = self.browser.find_elements(By.CSS_SELECTOR, "main summary")
        self.expect(len(summaries) == 6, f"{len(summaries)} parts of the form fold")
        for summary in summaries:
            summary.send_keys(Keys.ENTER)
        self.expect(len(self.browser.find_elements(By.CSS_SELECTOR, "details[open]")) == 6, "the parts do not open by keyboard")
        self.look()
        self.find("#extended").send_keys("30")
        self.follow(self.find("main form button"))
        links = [link.get_attribute("href").split("#")[1] for link in self.browser.find_elements(By.CSS_SELECTOR, ".summary a")]
        self.expect(links == ["received", "extended"], f"the summary names {links}")
        self.look()
        self.find(".summary a[href='#extended']").send_keys(Keys.ENTER)
        active = self.browser.switch_to.active_element
        self.expect(active.get_attribute("id") == "extended", "the summary does not lead to its field")
        self.expect(active.get_attribute("value") == "30", "what was typed is lost")
        self.expect(self.find("#extended-error").is_displayed(), "the part with the mistake is closed")
        active.send_keys(Keys.END, Keys.BACKSPACE, Keys.BACKSPACE, "10")
        self.browser.execute_script("document.getElementById('received').value = '2020-01-20'")
        self.find("#extended").send_keys(Keys.ENTER)
        WebDriverWait(self.browser, 30).until(lambda browser: "结果" in browser.title)
        self.expect(self.path() == "/deadlines?received=2020-01-20&extended=10", f"the address is {self.path()}")
        self.expect("答复期限：2020年3月10日（周二）" in self.text(), "the extended deadline is wrong")
        self.look()
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "修改填写的内容"))
        self.expect(self.find("#received").get_attribute("value") == "2020-01-20", "the form forgets the day")
        for link in range(2):
            self.open("/deadlines")
            self.follow(self.browser.find_elements(By.CSS_SELECTOR, "main li a[href^='/deadlines?']")[link])
            for summary in self.browser.find_elements(By.CSS_SELECTOR, "main summary"):
                summary.click()
            self.look()
        self.open("/deadlines?received=2026-13-40&third1-answered=2026-02-01")
        self.expect(self.find("#received").get_attribute("value") == "2026-13-40", "an unreadable date is lost")
        self.look()
        # Posted in time, signed for later: in time, and the remedies run from the signature.
        self.open("/deadlines?received=2026-05-07&dispatched=2026-06-01&served=2026-06-08&method=post")
        self.expect("按期" in self.text() and "2026年8月7日" in self.text(), "the two days of a letter are one")
        self.look()
        # An act that came too late is told on top.
        self.open("/deadlines?received=2020-03-02&supplement-asked=2020-03-25&supplement-received=2020-03-30")
        self.expect("2020年4月27日" in self.find(".inset.warning").text, "a disputed restart is not told")
        self.look()
        # Beyond the announced holidays the day comes first, marked; nobody is told to load a notice.
        self.open("/deadlines?received=2026-12-31&extended=20")
        self.expect("载入" not in self.text(), "a citizen is told to load a notice")
        if "2027年的放假安排还没有公布" in self.text():
            self.expect("暂定" in self.find(".answer").text, "a provisional day is not marked")
        self.look()
        # Sent with nothing in it: the day is asked for, and the address stays short.
        self.open("/deadlines")
        self.follow(self.find("main form button"))
        self.expect(self.path() == "/deadlines?check=on", f"the address is {self.path()}")
        self.expect("请填写机关收到申请的日期" in self.find(".summary").text, "the day is not asked for")

    def display(self):
        self.open("/reports")
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "关怀版"))
        self.expect(self.path() == "/reports", "large print does not lead back")
        size = self.browser.execute_script("return getComputedStyle(document.body).fontSize")
        self.expect(size == "24px", f"large print is {size}")
        self.look()
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "高对比度"))
        for path in ("/", "/years", "/check", "/deadlines", "/deadlines?received=2020-01-20"):
            self.open(path)
            self.look()
        self.open("/reports")
        self.follow(self.find("main tbody a"))
        self.look()
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "退出高对比度"))
        self.follow(self.browser.find_element(By.PARTIAL_LINK_TEXT, "退出关怀版"))
        size = self.browser.execute_script("return getComputedStyle(document.body).fontSize")
        self.expect(size == "18px", f"the usual text is {size}")

    def errors(self):
        for path in ("/nothing", "/reports?year=abc"):
            self.open(path)
            self.look()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: portal.py http://ADDRESS:PORT")
    journey = Journey(sys.argv[1])
    journey.run()
    for fault in journey.faults:
        print(fault)
    print(f"{journey.looked} pages looked at, {len(journey.faults)} faults")
    sys.exit(1 if journey.faults else 0)


if __name__ == "__main__":
    main()
