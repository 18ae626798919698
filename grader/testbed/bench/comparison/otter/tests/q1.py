OK_FORMAT = True

test = {
    "name": "q1",
    "points": [5, 5],
    "suites": [
        {
            "type": "doctest",
            "scored": True,
            "setup": "",
            "teardown": "",
            "cases": [
                {
                    "code": ">>> import numpy as np\n>>> expected = [[0.25, 0.75], [0.5, 0.5]]\n>>> bool(np.allclose(softmax(np.log([[1.0, 3.0], [2.0, 2.0]])), expected, rtol=1e-9, atol=0))\nTrue",
                    "hidden": False,
                },
                {
                    "code": ">>> import numpy as np\n>>> bool(np.allclose(softmax(np.array([[1000.0, 1000.0]])), [[0.5, 0.5]], rtol=1e-9, atol=0))\nTrue",
                    "hidden": True,
                },
            ],
        }
    ],
}
