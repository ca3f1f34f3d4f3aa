"""What is said in a pull request once its check has ended, by a workflow that may write: all that it is given is text to distrust."""
