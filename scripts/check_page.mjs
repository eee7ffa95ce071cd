// Opens pages in Chromium at two widths, holds them against axe, and prints them into a folder.
// Of a single page pictures are taken too. The last line tells how many faults there are.
// Usage: node scripts/check_page.mjs FOLDER PAGE…, with playwright-core and axe-core on NODE_PATH,
// and CHROMIUM where the browser is not the one on the path that Debian gives it.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const require = createRequire(path.join(process.env.NODE_PATH ?? ".", "x.js"));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");
const [folder, ...pages] = process.argv.slice(2);
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
let faults = 0;
const tell = (words) => { faults += 1; console.log(words); };
for (const page of pages) {
  const name = path.basename(page, path.extname(page));
  for (const width of [1280, 390]) {
    const view = await browser.newPage({ viewport: { width, height: 900 } });
    await view.goto(pathToFileURL(path.resolve(page)).href);
    await view.addScriptTag({ path: axe });
    const found = await view.evaluate(() => window.axe.run());
    for (const fault of found.violations) tell(`${name} ${width}: ${fault.id}: ${fault.help} (${fault.nodes.length})`);
    const wide = await view.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) tell(`${name} ${width}: the page is ${wide} pixels too wide`);
    const cut = await view.evaluate(() => [...document.querySelectorAll("th,td,p,h1,h2,h3")]
      .filter((box) => box.scrollWidth > box.clientWidth + 1).length);
    if (cut) tell(`${name} ${width}: ${cut} texts are wider than their boxes`);
    if (pages.length === 1) await view.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    if (width === 1280) await view.pdf({ path: path.join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    await view.close();
  }
}
await browser.close();
console.log(`${faults} faults`);
