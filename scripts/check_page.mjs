// Opens a page in Chromium at two widths, takes pictures, prints it, and holds it against axe.
// Usage: node scripts/check_page.mjs PAGE FOLDER, with playwright-core and axe-core on NODE_PATH.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const require = createRequire(path.join(process.env.NODE_PATH ?? ".", "x.js"));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");
const [page, folder] = process.argv.slice(2);
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
let faults = 0;
for (const width of [1280, 390]) {
  const view = await browser.newPage({ viewport: { width, height: 900 } });
  await view.goto(pathToFileURL(path.resolve(page)).href);
  await view.addScriptTag({ path: axe });
  const found = await view.evaluate(() => window.axe.run());
  const wide = await view.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const fault of found.violations) console.log(`${width}: ${fault.id}: ${fault.help} (${fault.nodes.length})`);
  if (wide > 0) console.log(`${width}: the page is ${wide} pixels too wide`);
  faults += found.violations.length + (wide > 0 ? 1 : 0);
  await view.screenshot({ path: path.join(folder, `page-${width}.png`), fullPage: true });
  if (width === 1280) await view.pdf({ path: path.join(folder, "page.pdf"), preferCSSPageSize: true, printBackground: true });
}
await browser.close();
console.log(`${faults} faults at 1280 and 390 pixels`);
