"""Speech markup, which templates render: its grammar, its choices, and the speech it becomes."""
