// Reads the structure tree of each PDF named on the command line as pdf.js sees it,
// and prints one line of JSON for each file.
import { readFileSync } from "node:fs";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

// texts returns the text of each marked content of a page by its id.
async function texts(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const out = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") {
      open.push(item.id ?? null);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else if (item.str !== undefined) {
      const id = open.findLast((i) => i !== null);
      if (id) out.set(id, (out.get(id) ?? "") + item.str);
    }
  }
  return out;
}

// told returns an element as {role, lang, alt, kids}, text as a string.
function told(node, text) {
  if (node.type === "content") return text.get(node.id) ?? "";
  if (node.type) return ""; // a link or a field
  return { role: node.role, lang: node.lang, alt: node.alt, kids: (node.children ?? []).map((k) => told(k, text)) };
}

for (const file of process.argv.slice(2)) {
  const data = new Uint8Array(readFileSync(file));
  const doc = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const info = await doc.getMarkInfo();
  const pages = [];
  const fields = [];
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    const tree = await page.getStructTree();
    pages.push(tree ? told(tree, await texts(page)) : null);
    for (const a of await page.getAnnotations()) {
      if (a.fieldType === "Sig") fields.push({ name: a.fieldName, page: n, rect: a.rect });
    }
  }
  console.log(JSON.stringify({ file, marked: info?.Marked === true, outline: await outline(doc), pages, fields }));
  await doc.destroy();
}

// outline returns the bookmarks with the pages that they lead to.
async function outline(doc) {
  const out = [];
  const walk = async (items) => {
    for (const i of items ?? []) {
      out.push({ title: i.title, page: (await doc.getPageIndex(i.dest[0])) + 1 });
      await walk(i.items);
    }
  };
  await walk(await doc.getOutline());
  return out;
}
