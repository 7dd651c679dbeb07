# SPDX-License-Identifier: Apache-2.0
"""Lists of places that the user imports, beside the gazetteer that comes with the package.

In: files of GeoNames, OCHA and others, with their own licences. Out: a set of places, one SQLite file in the user's data
folder, in which rows of several lists that are one place stand as one, with all their sources. It changes nothing of what
the package ships, and is used only where `--places` or `RASID_PLACES` names it.

`formats` reads files, `merge` joins lists, `guards` tells which names are also common words, `store` keeps the set, `build`
does all of it in order, `find` answers for a name. `folder` says where sets lie.
"""
