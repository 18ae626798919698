"""Makes an nbgrader course with one submission, or prints its score: make|score FOLDER [SOURCE]."""
import json
import pathlib
import sys

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

CHECKS = [
    "assert np.allclose(softmax(np.log([[1.0, 3.0], [2.0, 2.0]])), [[0.25, 0.75], [0.5, 0.5]], rtol=1e-9, atol=0)",
    "assert np.allclose(softmax(np.array([[1000.0, 1000.0]])), [[0.5, 0.5]], rtol=1e-9, atol=0)",
]


def cell(text, name, **how):
    mark = {"schema_version": 3, "grade_id": name, "grade": False, "locked": False, "solution": False, "task": False}
    one = new_code_cell(text, metadata={"nbgrader": mark | how})
    one.id = name
    return one


def notebook(solution):
    tests = [cell(text, f"test{index}", grade=True, locked=True, points=5) for index, text in enumerate(CHECKS)]
    first = cell("import numpy as np", "imports", locked=True)
    made = new_notebook(cells=[first, cell(solution, "softmax", solution=True), *tests])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return made


def make(folder, source):
    for kind, text in (("source/.", source), ("submitted/student", source)):
        path = folder / kind / "ps1"
        path.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook(text), path / "softmax.ipynb")


def score(folder):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        graded = gradebook.find_submission("ps1", "student")
        print(json.dumps({"score": graded.score, "max_score": graded.max_score}))


if __name__ == "__main__":
    what, folder, *rest = sys.argv[1:]
    if what == "make":
        make(pathlib.Path(folder), pathlib.Path(rest[0]).read_text())
    else:
        score(folder)
