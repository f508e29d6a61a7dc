// Prints every cell of workbooks as two other programs read it, one JSON object
// a line: node dump.js FILE...
"use strict";

const path = require("path");
const ExcelJS = require("exceljs");
const SheetJS = require("xlsx");

const dayOne = 25569; // 1970-01-01 as the number of a day

function print(reader, file, sheet, ref, value, formula) {
  if (value instanceof Date) value = value.getTime() / 86400000 + dayOne;
  const cell = { reader, file: path.basename(file), sheet, ref, type: typeof value, value: String(value) };
  if (formula !== undefined) cell.formula = formula;
  process.stdout.write(JSON.stringify(cell) + "\n");
}

// plain takes what exceljs wraps around a value.
function plain(value) {
  if (value && value.richText) return value.richText.map((run) => run.text).join("");
  if (value && value.hyperlink !== undefined) return plain(value.text);
  if (value && value.error) return { toString: () => value.error };
  return value;
}

async function withExcelJS(file) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => {
      const formula = cell.formula;
      const value = plain(formula === undefined ? cell.value : cell.result);
      if (value !== null && value !== undefined) print("exceljs", file, sheet.name, cell.address, value, formula);
    }));
  }
}

function withSheetJS(file) {
  const book = SheetJS.readFile(file, { cellFormula: true, cellHTML: false, cellText: false });
  for (const name of book.SheetNames) {
    for (const [ref, cell] of Object.entries(book.Sheets[name])) {
      if (!ref.startsWith("!") && cell.t !== "z") print("SheetJS", file, name, ref, cell.v, cell.f);
    }
  }
}

async function main() {
  for (const file of process.argv.slice(2)) {
    await withExcelJS(file);
    withSheetJS(file);
  }
}

main().catch((error) => {
  process.stderr.write(String(error && error.stack || error) + "\n");
  process.exitCode = 1;
});
