"""Looking a store over: what is damaged, gone or left over in it, and how to mend each."""
