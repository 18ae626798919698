import unittest

import numpy as np
from gradescope_utils.autograder_utils.decorators import number, weight

from submission import softmax


class TestSoftmax(unittest.TestCase):
    @weight(5)
    @number("1")
    def test_values(self):
        expected = [[0.25, 0.75], [0.5, 0.5]]
        self.assertTrue(np.allclose(softmax(np.log([[1.0, 3.0], [2.0, 2.0]])), expected, rtol=1e-9, atol=0))

    @weight(5)
    @number("2")
    def test_large_scores(self):
        self.assertTrue(np.allclose(softmax(np.array([[1000.0, 1000.0]])), [[0.5, 0.5]], rtol=1e-9, atol=0))
