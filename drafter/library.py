"""The library of templates: kinds, layouts, topics, phrases; and the YAML files that use them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from drafter.errors import (
    Diagnostic,
    KeyPath,
    ParameterError,
    Problem,
    Span,
    UnknownNameError,
    did_you_mean,
)
from drafter.files import UnreadableError, is_file, is_folder, is_inside, read_file, working_folder
from drafter.i18n import _
from drafter.models.base import Model
from drafter.models.fields import PLACEHOLDER
from drafter.models.kind import DeclaredBlank, Kind, SharedBlanks, no_such_blank
from drafter.models.layout import Layout
from drafter.models.parameters import Parameters
from drafter.models.phrases import Headings, Levels
from drafter.models.topic import Topic
from drafter.trust import untrusted
from drafter.yaml.load import mapping_in, read_mapping
from drafter.yaml.source import Source, decoded, read_source

AnyModel = TypeVar("AnyModel", bound=Model)
Check = Callable[[dict[str, Any]], Iterable[Problem]]


class Library:
    """All that the template folders hold. A file in an earlier folder replaces that in a later one."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self.folders = (*(Path(folder) for folder in folders), builtin_templates())
        self._read: dict[str, Model] = {}

    def find(self, name: str) -> Path | None:
        """Return the file called ``name`` (``layouts/gbt9704.yaml``), None where there is none.

        A name that leads out of its folder names no file.
        """
        return find_in(self.folders, name)

    def kinds(self) -> list[str]:
        """Return the names of all kinds, sorted."""
        return self._names("kinds/*/kind.yaml", lambda path: path.parent.name)

    def layouts(self) -> list[str]:
        """Return the names of all layouts, sorted."""
        return self._names("layouts/*.yaml", lambda path: path.stem)

    def topics(self) -> list[str]:
        """Return the ids of all topics, sorted."""
        return self._names("topics/*.yaml", lambda path: path.stem)

    def kind(self, name: str) -> Kind:
        """Return the kind whose id or name is ``name``; raise UnknownNameError where there is none."""
        check = partial(check_agenda, library=self)
        found = self._load(f"kinds/{name}/kind.yaml", Kind, check)
        return found or self.kind(self.kind_id(name))

    def kind_id(self, name: str) -> str:
        """Return the id of the kind called ``name``, 工作部署会讲话 or 工作部署会; raise UnknownNameError."""
        if self.find(f"kinds/{name}/kind.yaml"):
            return name
        found = {} if name.isascii() else self._kinds_by_name
        if name in found:
            return found[name]
        return self._unknown(_("kind"), name, found or self.kinds())

    @cached_property
    def _kinds_by_name(self) -> dict[str, str]:
        """The ids of all kinds by their names, long and short; a name in front goes first."""
        names = {kind: names_of_kind(self.kind(kind).name) for kind in self.kinds()}
        found: dict[str, str] = {}
        for rank in range(max(map(len, names.values()), default=0)):
            for kind, known in names.items():
                if rank < len(known):
                    found.setdefault(known[rank], kind)
        return found

    def sample(self, kind: str) -> str:
        """Return the YAML of ``kind`` with every value filled in; raise UnknownNameError if there is none."""
        kind = self.kind_id(kind)
        path = self.find(f"kinds/{kind}/sample.yaml")
        if path is None:
            known = [name for name in self.kinds() if self.find(f"kinds/{name}/sample.yaml")]
            self._unknown(_("sample"), kind, known)
        return read_source(path).text

    def layout(self, name: str) -> Layout:
        """Return the layout whose id or name is ``name``; raise UnknownNameError where there is none."""
        found = self._load(f"layouts/{name}.yaml", Layout)
        return found or self.layout(self.layout_id(name))

    def layout_id(self, name: str) -> str:
        """Return the id of the layout called ``name``; raise UnknownNameError where there is none."""
        if self.find(f"layouts/{name}.yaml"):
            return name
        found = {} if name.isascii() else {self.layout(each).name: each for each in self.layouts()}
        if name in found:
            return found[name]
        return self._unknown(_("layout"), name, found or self.layouts())

    def topic(self, name: str) -> Topic:
        """Return the topic whose id, name or alias is ``name``; raise UnknownNameError if there is none."""
        found = self._load(f"topics/{name}.yaml", Topic)
        if found:
            return found
        known: dict[str, Topic] = {}
        for identity in self.topics():
            topic = self.topic(identity)
            if name in (topic.name, *topic.aliases):
                return topic
            known |= dict.fromkeys((identity, topic.name, *topic.aliases), topic)
        return self._unknown(_("topic"), name, known)

    def names(self, kind: str) -> dict[str, dict[str, str]]:
        """Return the Chinese names of kinds, of layouts and of the roles of ``kind``, by their ids."""
        return {
            "kind": {each: names_of_kind(self.kind(each).name)[0] for each in self.kinds()},
            "layout": {each: self.layout(each).name for each in self.layouts()},
            "role": {part.role: part.name for part in self.kind(kind).parts},
        }

    @cached_property
    def headings(self) -> Headings:
        """The heading patterns and their tails."""
        name = "phrases/headings.yaml"
        own = self._load(name, Headings) or self._unknown(_("template file"), name)
        files = [find_in((folder,), name) for folder in self.folders]
        for path in [path for path in files if path is not None][1:]:
            if not own.is_complete:
                own = own.over(read_mapping(path, Headings))
        return own

    @cached_property
    def blanks(self) -> dict[str, DeclaredBlank]:
        """The blanks that the templates of every kind can use, by name."""
        name = "phrases/blanks.yaml"
        shared = self._load(name, SharedBlanks) or self._unknown(_("template file"), name)
        return shared.blanks

    def blanks_of(self, kind: Kind) -> dict[str, DeclaredBlank]:
        """Return the blanks that the templates of ``kind`` can use: those of all kinds, and its own."""
        return {**self.blanks, **kind.blanks}

    @cached_property
    def levels(self) -> Levels:
        """The words for a place of each level (我市、全市、市委)."""
        name = "phrases/levels.yaml"
        return self._load(name, Levels) or self._unknown(_("template file"), name)

    def _unknown(self, what: str, name: str, known: Iterable[str] = ()) -> NoReturn:
        raise UnknownNameError(what, name, known)

    def _load(self, name: str, model: type[AnyModel], check: Check = lambda _data: ()) -> AnyModel | None:
        """Return the file called ``name`` as ``model``, read once; None where there is none."""
        if name not in self._read:
            path = self.find(name)
            if path is None:
                return None
            self._read[name] = read_mapping(path, model, check)
        return self._read[name]  # type: ignore[return-value]

    def _names(self, pattern: str, name_of: Callable[[Path], str]) -> list[str]:
        return sorted({name_of(path) for folder in self.folders for path in folder.glob(pattern)})


# What speeches of a kind are called, besides the meeting: 工作部署会讲话.
_SPEECH = re.compile("(?:讲话|发言|讲稿)$")


def names_of_kind(name: str) -> tuple[str, ...]:
    """Return the names of a kind, the shortest first: 工作部署会, 工作部署会讲话.

    Another name may stand in brackets: 推进会（现场会）讲话. A paper is called by its own word as well:
    议程 for 会议议程.
    """
    bare = _SPEECH.sub("", name) or name
    inner = re.fullmatch("(.+)（(.+)）", bare)
    paper = re.sub("^(?:会议|讲话)(?=..)", "", name).replace("通稿", "稿")
    return tuple(dict.fromkeys((*(inner.groups() if inner else ()), bare, name, paper)))


def find_in(folders: Iterable[Path], name: str) -> Path | None:
    """Return the file called ``name`` in the first of ``folders`` that has it, None where there is none."""
    if not all(map(_is_name, name.split("/"))):
        return None
    return next((path for folder in folders if _holds(folder, path := folder / name)), None)


def _holds(folder: Path, path: Path) -> bool:
    """Return whether a file is in a folder, and no link leads out of it: then it is a stranger's choice."""
    return is_file(path) and is_inside(path, folder)


def _is_name(name: str) -> bool:
    """Return whether ``name`` is that of a file or folder, and does not lead elsewhere."""
    return bool(name) and not name.startswith(".") and not set(name) & set("\\:*?\0")


@lru_cache(maxsize=1)
def builtin_library() -> Library:
    """Return the library that ships with drafter."""
    return Library()


def builtin_templates() -> Path:
    """Return the folder of built-in templates.

    A wheel has them inside the package, a source checkout beside it.
    """
    package = Path(__file__).parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"


SETTINGS = "drafter.toml"
KEYS = ("templates",)
# One line is all that is in it.
MOST_SETTINGS = 4096


def library_for(source: Path, templates: Sequence[Path] = ()) -> Library:
    """Return the library for the YAML file at ``source``.

    Its own folders are ``templates``; without any, those that a ``drafter.toml`` in the same folder
    names (``templates = "our-templates"``, relative to it). Raises ParameterError where that file has
    a fault, names a folder elsewhere that the user does not trust yet, or a folder does not exist.
    """
    folders = tuple(templates) or _configured(source.parent / SETTINGS, working_folder())
    for folder in folders:
        if not is_folder(folder):
            message = _("there is no folder {path}").format(path=folder)
            raise ParameterError([Diagnostic("T103", message, Span(str(folder)))])
    return _library(folders, working_folder()) if folders else builtin_library()


@lru_cache(maxsize=8)
def _library(folders: tuple[Path, ...], _here: Path | None) -> Library:
    """Return the library of ``folders``, which may be relative to the working folder."""
    return Library(folders)


@lru_cache(maxsize=64)
def _configured(path: Path, _here: Path | None) -> tuple[Path, ...]:
    """Return the folders that a drafter.toml names, none where there is no such file."""
    if not os.path.lexists(path):
        return ()
    values = _settings(path)
    for key in values:
        if key not in KEYS:
            raise _fault(path, "T102", _("unknown key `{key}`").format(key=key), did_you_mean(key, KEYS))
    named = values.get("templates", [])
    names = [named] if isinstance(named, str) else named
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _fault(path, "T102", _("`templates` is a folder or a list of folders"), _remedy_for_toml())
    folders = tuple(path.parent / name for name in names)
    _refuse_untrusted(path, folders)
    return folders


def _settings(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(decoded(str(path), read_file(path, MOST_SETTINGS)))
    except UnreadableError as error:
        message = _("cannot read the file: {reason}").format(reason=error.strerror)
        raise _fault(path, "T101", message, error.remedy) from None
    except RecursionError:
        raise _fault(path, "T101", _("nested too deep"), _remedy_for_toml()) from None
    except tomllib.TOMLDecodeError as error:
        raise _fault(path, "T101", str(error), _remedy_for_toml()) from None


def _refuse_untrusted(path: Path, folders: Sequence[Path]) -> None:
    strange = untrusted(path, folders)
    if strange is not None and is_folder(strange):
        message = _("the file names templates elsewhere, which may be a stranger's: {folder}")
        remedy = _("if you know them, say so once with `--trust`")
        raise _fault(path, "T105", message.format(folder=strange), remedy)


def _remedy_for_toml() -> str:
    return _("write {line}").format(line='templates = "templates"')


def _fault(path: Path, code: str, message: str, remedy: str) -> ParameterError:
    return ParameterError([Diagnostic(code, message, Span(str(path)), remedy)])


def load(path: str | Path, library: Library | None = None) -> Parameters:
    """Return the parameters in the YAML file at ``path``.

    Raises ParameterError with all faults of the file, each with its place and remedy.
    """
    return parameters_in(read_source(Path(path)), library or builtin_library())


def parameters_in(source: Source, library: Library) -> Parameters:
    """Return the parameters in the text of ``source``; raises ParameterError as ``load`` does."""
    check, resolve = partial(check_names, library=library), partial(with_ids, library=library)
    return mapping_in(source, Parameters, check, resolve)


def with_ids(data: dict[str, Any], library: Library) -> dict[str, Any]:
    """Return plain values with ids for the names of kinds, papers, layouts and roles.

    A name that the library does not have stays as it is.
    """
    found = dict(data)
    if "kind" in data:
        found["kind"] = _id(data["kind"], library.kind_id)
    papers, style = data.get("papers"), data.get("style")
    if papers is not None:
        ids = [_id(paper, library.kind_id) for paper in _items(papers)]
        found["papers"] = ids if isinstance(papers, list) else ids[0]
    if isinstance(style, dict) and "layout" in style:
        found["style"] = {**style, "layout": _id(style["layout"], library.layout_id)}
    try:
        roles = {part.name: part.role for part in library.kind(str(found.get("kind"))).parts}
    except UnknownNameError:
        return found
    for key, name in (("parts", "role"), ("quotations", "in")):
        if key in data:
            found[key] = _with_roles(data[key], name, roles)
    return found


def _id(name: Any, find: Callable[[str], str]) -> Any:
    """Return the id that ``find`` has for a name; any other value as it is."""
    if not isinstance(name, str):
        return name
    try:
        return find(name.strip())
    except UnknownNameError:
        return name


def _with_roles(items: Any, name: str, roles: dict[str, str]) -> Any:
    """Return parts or quotations with the ids of their roles."""
    if isinstance(items, list):
        return [_with_roles(item, name, roles) for item in items]
    if not isinstance(items, dict) or not isinstance(items.get(name), str):
        return items
    role = items[name].strip()
    return {**items, name: roles.get(role, role)}


def check_names(data: dict[str, Any], library: Library) -> Iterator[Problem]:
    """Yield a problem for each name in a file that the library does not have.

    ``data`` are plain values, so that names are checked beside other problems.
    """
    style = data.get("style")
    layout = style.get("layout") if isinstance(style, dict) else None
    yield from _unknown(("style", "layout"), layout, library.layout, "Y106")
    kind = data.get("kind")
    problems = list(_unknown(("kind",), kind, library.kind, "Y105"))
    yield from problems
    if isinstance(kind, str) and not problems:
        yield from _roles(data, library.kind(kind.strip()))
    papers = data.get("papers")
    for index, name in enumerate(_items(papers)):
        path: KeyPath = ("papers", index) if isinstance(papers, list) else ("papers",)
        yield from _unknown(path, name, library.kind, "Y105")
    yield from _patterns(data, (), library)


def _unknown(path: KeyPath, name: Any, find: Callable[[str], object], code: str) -> Iterator[Problem]:
    if isinstance(name, str):
        try:
            find(name.strip())
        except UnknownNameError as error:
            yield Problem(path, code, str(error), error.remedy)


def _roles(data: dict[str, Any], kind: Kind) -> Iterator[Problem]:
    roles, names = [part.role for part in kind.parts], [part.name for part in kind.parts]
    for key, name in (("parts", "role"), ("quotations", "in")):
        for index, item in enumerate(_items(data.get(key))):
            role = item.get(name) if isinstance(item, dict) else None
            if isinstance(role, str) and role.strip() not in roles:
                message = _("this kind has no part `{role}`").format(role=role.strip())
                known = roles if role.isascii() else names
                yield Problem((key, index, name), "Y107", message, did_you_mean(role, known))


def _patterns(value: Any, path: KeyPath, library: Library) -> Iterator[Problem]:
    """Yield a problem for each ``pattern`` that is neither a known name nor a whole sentence."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _patterns(item, (*path, index), library)
    elif isinstance(value, dict):
        pattern = value.get("pattern")
        if isinstance(pattern, str) and "{" not in pattern and not library.headings.named(pattern.strip()):
            names = [known.name for known in library.headings.patterns]
            message = _("there is no pattern of headings called `{name}`").format(name=pattern.strip())
            remedy = _("{near} Or write the whole sentence, with {{focus}} and {{aim}} in it")
            yield Problem(
                (*path, "pattern"), "Y109", message, remedy.format(near=did_you_mean(pattern, names))
            )
        for key in ("parts", "points", "heading"):
            yield from _patterns(value.get(key), (*path, key), library)


def follows_itself(kind: str, library: Library) -> bool:
    """Return whether ``kind`` follows itself in the end. Raises what ``Library.kind`` raises."""
    seen: set[str] = set()
    followed: str | None = kind
    while followed and followed not in seen:
        seen.add(followed)
        followed = library.kind(followed).follows
    return bool(followed)


def check_agenda(data: dict[str, Any], library: Library) -> Iterator[Problem]:
    """Yield a problem for each blank in the agenda of a kind that nobody declares.

    ``data`` are the values of its kind.yaml as they were read.
    """
    items = [item if isinstance(item, dict) else {} for item in _items(data.get("agenda"))]
    declared = data.get("blanks")
    known = {*library.blanks, *(declared if isinstance(declared, dict) else ())} if any(items) else set()
    for index, item in enumerate(items):
        asked = {"who": [item["who"]] if item.get("who") else []}
        asked["did"] = PLACEHOLDER.findall(str(item.get("did") or ""))
        for key, names in asked.items():
            for name in names:
                if name not in known:
                    message, remedy = no_such_blank(str(name), sorted(known))
                    yield Problem(("agenda", index, key), "Y110", message, remedy)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
