"""Writes the versions of the last recording into `samples/back-ends/index.json`; compares its settings with the folders and with the document."""

import json
import sys

from customers import CANONICAL, ROOT

INDEX = ROOT / "index.json"
DOCUMENT = (ROOT.parents[1] / "docs/back-ends.md").read_text()
index = json.loads(INDEX.read_text())
wrong = []

for back_end in sorted(path.name for path in ROOT.iterdir() if path.is_dir()):
    described = index.setdefault(back_end, {"versions": {}, "settings": {}})
    versions = ROOT / back_end / "versions.json"
    if versions.exists():
        described["versions"] = json.loads(versions.read_text())
        versions.unlink()
    recorded = {path.name for path in (ROOT / back_end).iterdir()}
    wrong += [f"{back_end}/{setting}: recorded, but not in index.json" for setting in sorted(recorded - described["settings"].keys())]
    wrong += [f"{back_end}/{setting}: in index.json, but not recorded" for setting in sorted(described["settings"].keys() - recorded)]
    wrong += [f"{back_end}/{setting}: not in docs/back-ends.md" for setting in sorted(recorded) if f"| `{setting}` |" not in DOCUMENT]
    for setting in sorted(recorded):
        customers = {path.stem for path in (ROOT / back_end / setting).iterdir()}
        if customers != CANONICAL["customers"].keys():
            wrong.append(f"{back_end}/{setting}: holds {sorted(customers)}")

INDEX.write_text(json.dumps(dict(sorted(index.items())), ensure_ascii=False, indent=2) + "\n")
sys.exit("\n".join(wrong) or 0)
