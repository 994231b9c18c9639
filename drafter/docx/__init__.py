"""Word documents: written, read, edited, and recognised again.

``write`` makes a new document of a speech, ``reference`` one that looks like an office's own file. ``read``
tells what an existing document says, ``edit`` changes it. The modules beside these packages hold what they
share: the elements and styles of WordprocessingML, bookmarks, content controls and comments; the package
of parts; and the marks by which drafter knows its own work again, fingerprint, seal and provenance.
"""
