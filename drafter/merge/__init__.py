"""An edited document, its YAML and its base version: compared, merged, updated.

How ``update`` goes: ``edited_document`` opens a document and drafts its YAML, then and now; ``anchors`` and
``anchored_document`` find in it what was written; ``values`` decides on each value, ``merge`` on each
paragraph, ``diff3`` on the words within one; ``apply`` changes the document as the ``plan`` says, unless a
conflict is among the findings (``report``). ``pull`` goes the same way up to the decisions.

The words in use:

- base: what drafter wrote into the document. It is drafted again from the parameters that are kept there.
- ours, theirs: what the YAML says now, and what the document says now.
- path, key: where a value stands in the YAML; of two paths that one value has, one is its key.
- match: a drafted paragraph with the text that it became; an anchor is the place of a value there.
- occurrence: one place of a value. A value may have several, copies that somebody pasted among them.
- hunk: one change between two texts. A chunk is a part that both sides changed.
- own: of a paragraph or words, what a person added and nobody drafted.
- stale: of a paragraph, that the templates have changed since it was written.
"""
