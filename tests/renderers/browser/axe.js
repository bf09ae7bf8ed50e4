// Violations of WCAG 2.2 AA in pages, light and dark, as JSON: {"page.html light": ["rule: element", ...], ...}.
const fs = require("fs");
const { chromium } = require("playwright-core");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

(async () => {
  const [executablePath, ...pages] = process.argv.slice(2);
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  const source = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  const found = {};
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 1000 } });
    for (const path of pages) {
      const page = await context.newPage();
      await page.goto("file://" + path);
      for (const box of await page.locator("input[type=checkbox]").all()) await box.check();
      await page.evaluate(source);
      const result = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), tags);
      found[`${path} ${colorScheme}`] = result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
      await page.close();
    }
  }
  await browser.close();
  console.log(JSON.stringify(found));
})();
