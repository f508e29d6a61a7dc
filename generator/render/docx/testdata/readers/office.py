"""Works on documents in LibreOffice without a window.

Reads jobs from the first argument, a JSON file: each opens "in", does what it
says, and stores "out" as Word or, with "text", as plain text, and its pages as "pages".
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

LONGEST = 120  # seconds for one document; it takes ten at most


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def replace(document, job, old, new):
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = old, new
    if document.replaceAll(search) == 0:
        raise SystemExit(f"{job['in']} does not have {old}")


def work(context, job):
    service = context.ServiceManager.createInstanceWithContext
    desktop = service("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["in"]), "_blank", 0, (prop("Hidden", True),))
    if document is None:
        raise SystemExit(f"LibreOffice does not open {job['in']}")
    if job.get("command"):
        dispatcher = service("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.CurrentController.Frame, job["command"], "", 0, ())
    if job.get("update"):
        document.getTextFields().refresh()
    if job.get("old"):
        replace(document, job, job["old"], job["new"])
    if job.get("edits"):
        document.RecordChanges = job["track"]
        for old, new in job["edits"]:
            replace(document, job, old, new)
    kind = "Text (encoded)" if job.get("text") else "MS Word 2007 XML"
    options = [prop("FilterName", kind)] + ([prop("FilterOptions", "UTF8")] if job.get("text") else [])
    document.storeToURL(uno.systemPathToFileUrl(job["out"]), tuple(options))
    if job.get("pages"):
        document.storeToURL(uno.systemPathToFileUrl(job["pages"]), (prop("FilterName", "writer_pdf_Export"),))
    document.close(True)


def too_long(office, job):
    print(f"LibreOffice does not come to an end with {job['in']}", file=sys.stderr)
    end(office)


def end(office):
    """Ends LibreOffice with the program that its starter has started."""
    os.killpg(office.pid, signal.SIGKILL)


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        jobs = json.load(f)
    with tempfile.TemporaryDirectory() as profile:
        pipe = "pactwright" + profile.rsplit("/", 1)[-1]
        office = subprocess.Popen(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"], start_new_session=True)
        try:
            context = connect(pipe)
            for job in jobs:
                watch = threading.Timer(LONGEST, too_long, (office, job))
                watch.start()
                try:
                    work(context, job)
                finally:
                    watch.cancel()
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
            office.wait(60)
        finally:
            if office.poll() is None:
                end(office)


main()
