"""Inter for documents: the file of the pages, unpacked, because typst reads no woff2. Licence beside it."""
