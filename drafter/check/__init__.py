"""An editor's eye on any draft: rules, and the guard that holds each claim against the facts."""
