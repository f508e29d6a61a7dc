// Package generator runs the steps that turn one project file into a submission
// pack. Each step has a type of its own, so their order is checked by the
// compiler:
//
//	source.Decode      YAML -> *source.File        strict keys, line and column of every value
//	law.Load           -> *law.Version             categories, limits and citations of the law
//	call.Load          -> *call.Call               what the call offers, asks for and leaves open
//	call.NewRulebook   -> *call.Rulebook           the rules of both, their checks and expressions understood
//	project.Load       -> *project.Project         the domain, amounts in the currency of the call
//	Version.With       -> *law.Version             what the project file sets otherwise, on its date
//	budget.Compute     -> *budget.Budget           cost lines to totals, against the limits
//	agreement.Choose   -> *agreement.Plan          package, clause options and their typed parameters
//	received.Look      -> received.File            whether a file that came in is whole and what it says to be
//	merge.Document     -> *doc.Document            templates filled, still symbolic
//	doc.Resolve        -> *doc.Resolved            numbers, references, terms, particles settled
//	pdf.Layout         -> *pdf.Laid, doc.Locations pages of plain drawing operations
//	call.Check, Trace  -> []call.Result            rules on the data; rules on the documents made
//	checklist          -> call.Checklist           every document that the call asks for, and what is handed in for it
//	timeline.Make      -> []timeline.Entry         every date, from rows of the call, the law and the contracts
//	merge + resolve    -> report and timeline, then the index: documents like any other, made last
//	merge.Phrases      -> words of the workbook; its sheets of text are documents, too
//	workbook.Budget    -> sheet.Checked            cells with formula and value, without problems
//	pdf.Render         -> bytes                   PDF/A, tagged, with empty signature fields
//	docx.Render        -> bytes                   contracts and letters in Word, numbered by Word
//	xlsx.Write, ics.Write -> bytes
//	readback           -> figures read from the bytes, compared with the model
//	pack.Write         -> the folder, its manifest and the archive, all or nothing
//
// A review makes each contract a second time, as its package has it in the
// built-in library (agreement.Standards), compares the settled texts article by
// article (review.Of -> *review.Review), and prints what differs, also for the
// screen (html.Render) and with tracked changes (docx.Render).
//
// [Build] runs them in memory, [Check] stops before anything is kept, [Verify]
// compares a pack on disk with its manifest and with what its own inputs make.
// [ShowArticle] and [ShowCell] make a place of a pack again from its inputs and
// tell, in package origin, where it comes from. [Diff] makes two versions as far
// as it can and compares them, in packages versions and review. [ImportDocument]
// makes a contract again, compares it with what came back from Word
// (docx.ReadText, redraft.Compare), and patches the project file; [Import] does
// the same with the budget workbook (xlsx.ReadBook, intake.Compare).
//
// A package may import only what stands below it; imports_test.go holds the
// table. What is wrong with the user's data is a diag.List, and all of it is
// reported at once; an error means that the program could not work. A finding
// that blocks keeps the pack from being written; an unmet condition does not,
// but index and report then say "not ready".
//
// Nothing here knows a call, a law, a clause or a word of a document: those are
// files in data/ and templates/. Money is integer minor units, dates come from
// the project file and never from a clock, and the same input makes the same
// bytes on any machine.
package generator
