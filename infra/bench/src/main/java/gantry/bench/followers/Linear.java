package gantry.bench.followers;

/** Solves a positive definite system by Cholesky. */
final class Linear {
  private Linear() {}

  static double[] solve(double[][] matrix, double[] right) {
    var size = right.length;
    var lower = factor(matrix);
    var half = new double[size];
    for (var i = 0; i < size; i++) {
      var sum = right[i];
      for (var k = 0; k < i; k++) {
        sum -= lower[i][k] * half[k];
      }
      half[i] = sum / lower[i][i];
    }
    var solution = new double[size];
    for (var i = size - 1; i >= 0; i--) {
      var sum = half[i];
      for (var k = i + 1; k < size; k++) {
        sum -= lower[k][i] * solution[k];
      }
      solution[i] = sum / lower[i][i];
    }
    return solution;
  }

  private static double[][] factor(double[][] matrix) {
    var size = matrix.length;
    var lower = new double[size][size];
    for (var i = 0; i < size; i++) {
      for (var j = 0; j <= i; j++) {
        var sum = matrix[i][j];
        for (var k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }
}
