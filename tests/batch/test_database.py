"""Database: rows of a query, their snapshot, and what a database's types become."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch.manifests import built, manifest, report_folder

from render.batch.database import Answer, ask
from render.diagnostics import Faults, Source
from render.messages import Exit

VARIABLE = "GONGWEN_TEST_DATABASE"


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of SQLite whose address stands in the environment."""
    path = tmp_path / "base.sqlite"
    monkeypatch.setenv(VARIABLE, f"sqlite:///{path}")
    return path


def fill(path: Path, *statements: str) -> None:
    """Run statements."""
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)


def answer(tmp_path: Path, query: str, **more: bool) -> Answer:
    """Ask."""
    return ask(
        VARIABLE, query, state=tmp_path, refresh=more.get("refresh", False), source=Source("m.yaml", 1)
    )


def fault_of(tmp_path: Path, query: str) -> str:
    """The code of what is wrong."""
    with pytest.raises(Faults) as raised:
        answer(tmp_path, query)
    return raised.value.diagnostics[0].code


def test_what_types_become(tmp_path: Path, base: Path) -> None:
    """Binary fractions keep the digits they mean, NULL is empty, padding is gone."""
    fill(base, "CREATE TABLE t (a, b, c, d)", "INSERT INTO t VALUES (80.1, 28, '城管   ', NULL)")
    said = answer(tmp_path, "SELECT a AS 率, b, c, d FROM t")
    assert said.columns == ("率", "b", "c", "d")
    assert said.rows == (("80.1", "28", "城管", ""),)


def test_a_rebuild_asks_the_snapshot(tmp_path: Path, base: Path) -> None:
    """Until it is told to ask again; the query, the time and the address without password are kept."""
    fill(base, "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
    first = answer(tmp_path, "SELECT a FROM t")
    fill(base, "UPDATE t SET a = 2")
    assert answer(tmp_path, "SELECT a FROM t") == first
    assert answer(tmp_path, "SELECT a FROM t", refresh=True).rows == (("2",),)
    kept = (tmp_path / first.file).read_text(encoding="utf-8")
    assert '"query": "SELECT a FROM t"' in kept
    assert '"taken_at": "20' in kept


def test_what_can_go_wrong(tmp_path: Path, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A query that fails, a snapshot that is damaged, an address that is none; no password is said."""
    fill(base, "CREATE TABLE t (a)")
    assert fault_of(tmp_path, "SELECT nope FROM t") == "batch.database"
    kept = tmp_path / answer(tmp_path, "SELECT a FROM t").file
    kept.write_text("{", encoding="utf-8")
    assert fault_of(tmp_path, "SELECT a FROM t") == "batch.snapshot"
    monkeypatch.setenv(VARIABLE, "nosuch://user:geheim@host/base")
    with pytest.raises(Faults) as raised:
        answer(tmp_path, "SELECT 1")
    assert raised.value.diagnostics[0].code == "batch.database"
    assert "geheim" not in str(raised.value.diagnostics[0].values)


def test_a_statement_that_writes_changes_nothing(tmp_path: Path, base: Path) -> None:
    """Whatever it says is rolled back."""
    fill(base, "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
    answer(tmp_path, "DELETE FROM t RETURNING a")
    with sqlite3.connect(base) as connection:
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (1,)


MANIFEST = f"""\
报告: common
文件名: '{{简称}}{{年度}}'
数据库: {VARIABLE}
任务查询: SELECT id AS 单位, short AS 简称, 2020 AS 年度 FROM office ORDER BY id
指标查询: SELECT office AS 单位, figure AS 指标, year AS 年度, amount AS 数值 FROM amount
"""
TABLES = (
    "CREATE TABLE office (id CHAR(8), short VARCHAR(20))",
    "CREATE TABLE amount (office CHAR(8), figure VARCHAR(20), year INTEGER, amount NUMERIC(12, 2))",
)
ROWS = (
    *(f"INSERT INTO office VALUES ('{n:03}', '单位{n}')" for n in range(71)),
    *(f"INSERT INTO amount VALUES ('{n:03}', '件数', 2020, {n}.25)" for n in range(70)),
    "INSERT INTO amount VALUES ('070', '件数', 2020, NULL)",
)


def offices(tmp_path: Path) -> Path:
    """One text for 71 offices out of a database."""
    report_folder(tmp_path / "common", text="{{ 简称 }}办件{{ 件数 }}。", title="{{ 简称 }}")
    path = tmp_path / "任务.yaml"
    path.write_text(MANIFEST, encoding="utf-8")
    return path


def check_offices(path: Path) -> None:
    """Seventy are built with their own figures; the one without a figure is told apart."""
    result = built(path)
    assert (result.progress.done, result.progress.failed) == (70, 1)
    (failed,) = result.failures
    assert failed.outcome.exit is Exit.PENDING
    assert failed.order.slot == "单位702020"
    orders = manifest(path).orders
    office = orders[5].job.office
    assert office is not None
    assert str(office.values["件数"][2020].number) == "5.25"


def test_one_text_for_many_offices(tmp_path: Path, base: Path) -> None:
    """Rows and figures from SQLite."""
    fill(base, *TABLES, *ROWS)
    check_offices(offices(tmp_path))


def test_an_unknown_figure_and_an_office_without_any(tmp_path: Path, base: Path) -> None:
    """The first is an error with the nearest name, the second a warning."""
    path = offices(tmp_path)
    fill(base, *TABLES, *ROWS[:2], "INSERT INTO amount VALUES ('000', '件', 2020, 1)")
    found = manifest(path).diagnostics
    assert [d.code for d in found] == ["batch.no_figures", "batch.unknown_figure"]
    assert found[1].values["near"] == "件数"


def test_what_a_database_lacks_for_one_office(tmp_path: Path, base: Path) -> None:
    """Is missing there, whatever the common report's own table holds; others are built."""
    path = offices(tmp_path)
    fill(base, *TABLES, *ROWS, "DELETE FROM amount WHERE office = '001' AND year = 2020")
    failures = built(path).failures
    assert [failed.order.slot for failed in failures] == ["单位12020", "单位702020"]
    assert {d.code for failed in failures for d in failed.outcome.diagnostics} == {"batch.not_supplied"}
    assert {failed.outcome.exit for failed in failures} == {Exit.PENDING}


def test_an_office_without_a_name(tmp_path: Path, base: Path) -> None:
    """Gets no figures, and that is said."""
    path = offices(tmp_path)
    fill(base, *TABLES, *ROWS, "UPDATE office SET id = NULL WHERE id = '001'")
    assert "batch.no_office" in [d.code for d in manifest(path).diagnostics]


def test_a_statement_that_gives_no_rows(tmp_path: Path, base: Path) -> None:
    """Is refused, and changes nothing."""
    fill(base, "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
    assert fault_of(tmp_path, "DELETE FROM t") == "batch.no_query"
    assert answer(tmp_path, "SELECT a FROM t").rows == (("1",),)


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[str]:
    """A server of PostgreSQL of the test's own, where it is installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs or shutil.which("runuser") is None:
        if os.environ.get("GONGWEN_HEAVY") == "required":
            pytest.fail("PostgreSQL is not installed")
        pytest.skip("PostgreSQL is not installed")
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    place = Path(
        subprocess.run([*as_user, "mktemp", "-d"], check=True, capture_output=True, text=True).stdout.strip()
    )

    def run(program: str, *words: str) -> None:
        command = [*as_user, str(programs[-1] / program), *words]
        subprocess.run(command, check=True, capture_output=True, cwd="/")

    data = str(place / "data")
    run("initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C")
    run(
        "pg_ctl",
        "-D",
        data,
        "-w",
        "-l",
        str(place / "log"),
        "-o",
        f"-c listen_addresses= -k {place}",
        "start",
    )
    try:
        yield f"postgresql+psycopg://postgres@/postgres?host={place}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        subprocess.run([*as_user, "rm", "-rf", str(place)], check=True)


def test_one_text_for_many_offices_from_postgresql(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CHAR comes padded and NUMERIC as a decimal; both become what they mean."""
    import psycopg

    with psycopg.connect(postgres.replace("+psycopg", "")) as connection:
        for statement in (*TABLES, *ROWS):
            connection.execute(statement)  # type: ignore[arg-type]
    monkeypatch.setenv(VARIABLE, postgres)
    check_offices(offices(tmp_path))
