"""From the bytes of a file to plain rows: the gate, and the child process that alone reads."""
