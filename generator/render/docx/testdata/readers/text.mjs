// Reads each Word document named on the command line with mammoth, and prints one
// line of JSON for each: its text and what mammoth had to say about it.
import mammoth from "mammoth";

for (const path of process.argv.slice(2)) {
  const { value, messages } = await mammoth.extractRawText({ path });
  console.log(JSON.stringify({ text: value, messages: messages.map((m) => m.message) }));
}
