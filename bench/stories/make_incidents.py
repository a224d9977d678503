#!/usr/bin/env python3
"""Writes invented local news of shootings, all alike: only place, day, names and figures tell the stories apart.

    python3 make_incidents.py N [--seed S] [--years Y] > incidents.jsonl

N articles as JSON Lines, {"id","title","published","text","cluster"}, in no order of stories. Half of the stories have one
article; the others have up to seven, of the same day, the next days (victim named, arrest), weeks later (charge) and
seldom a year later (sentence). Large towns have many stories, small ones few. Standard library only; names of persons
and towns are put together from data/first_names and data/places and from surnames and streets listed here.
"""
import argparse
import datetime
import json
import pathlib
import random
import sys

DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
SURNAMES = """Adler Alvarez Amos Archer Baird Barlow Becker Bellamy Benton Bishop Boone Bowman Brandt Briggs Bryant Burke
Cabrera Calloway Cantrell Carver Castillo Chavez Clay Cobb Colvin Conway Cordova Crane Crowley Dalton Dawes Delgado Dixon
Dorsey Drake Duarte Eaton Ellison Escobar Farley Fields Figueroa Fleming Foley Frost Gaines Galvan Garner Gentry Gibbs
Goodwin Graves Guerra Hadley Hale Hampton Hardin Hatcher Hendrix Herrera Holt Hooper Ibarra Ingram Jarvis Kemp Kirby
Lambert Langley Larkin Lawson Lockhart Luna Lyons Maddox Mathis McBride McCall McCoy McGee Melendez Mercer Merritt Montoya
Moody Morrow Nance Navarro Norris Odom Ortega Osborne Pacheco Parrish Patton Pennington Pruitt Quintana Ramsey Reese Riddle
Rojas Roper Salas Savage Sears Shelton Sloan Spivey Stark Stokes Sutton Tate Terrell Tidwell Trujillo Tyson Valdez Vance
Vaughn Walden Ware Weeks Whitaker Wiggins Wilder Woodard Yates York Zamora""".split()
STREETS = [f"{n} {k}" for n in "Maple Oak Jefferson Lincoln Cedar Walnut Highland Park Grand Central Monroe Prospect Willow Euclid Hampton Delmar Ashland Garfield Fulton Burnside Clay Dorchester Vine Locust Harrison Kedzie".split()
           for k in ("Street", "Avenue", "Road", "Drive")]
SPOTS = ["an apartment complex", "a gas station", "a parking lot", "a convenience store", "a house party", "a front porch", "a nightclub",
         "a barbershop", "a park", "a car", "an alley", "a motel room", "a bar", "a basketball court"]
PARTS = ["chest", "leg", "head", "back", "abdomen", "arm", "neck", "shoulder"]
HOSPITALS = ["General Hospital", "Memorial Hospital", "University Medical Center", "St. Luke's Hospital", "Mercy Hospital", "Regional Medical Center"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
NUMBERS = ["no", "one", "two", "three", "four", "five", "six"]

LEADS = [
    "{what_cap} {when} in {town}, police said.",
    "{town_up} - {what_cap} {when} near {street}, authorities said.",
    "Police in {town} are investigating a shooting that left {tally} {when}.",
    "A shooting {when} on {street} in {town} left {tally}, according to police.",
    "{town} police are looking for the gunman who shot {victim_plain} {when}.",
    "Gunfire at {spot} in {town} {when} left {tally}, {state} authorities confirmed.",
]
NAMED = [
    "The victim was identified as {name}, {age}, of {town}.",
    "{name}, {age}, was pronounced dead at {hospital}.",
    "The county coroner named the man who died as {age}-year-old {name}.",
    "Family members said {surname}, {age}, had two children.",
    "Friends remembered {name} as quiet and kind.",
    "An autopsy showed that {surname} died of a gunshot wound to the {part}.",
]
UNNAMED = [
    "A {age}-year-old {man} was shot in the {part} and taken to {hospital}.",
    "The victim, a {age}-year-old {man}, was found lying outside {spot}.",
    "Officers found a {man}, {age}, with a gunshot wound to the {part}.",
    "The {age}-year-old was taken to {hospital}, where {he} later died.",
    "A {age}-year-old {man} was hit in the {part} and is expected to survive.",
]
SCENE = [
    "Officers were called to the {block} block of {street} at about {hour}:{minute:02d} {ampm}.",
    "It happened just after {hour} {ampm} at {spot} on {street}.",
    "The shooting took place in the {block} block of {street}.",
    "Neighbors on {street} said they heard {shots} shots around {hour} {ampm}.",
    "Detectives collected {shots} shell casings outside {spot}.",
    "The call came in at {hour}:{minute:02d} {ampm} {day}.",
]
SUSPECT = [
    "{suspect}, {suspect_age}, was arrested and charged with murder.",
    "Police arrested {suspect}, {suspect_age}, of {town}, on a warrant.",
    "{suspect_surname} is being held without bond in the county jail.",
    "Prosecutors said {suspect_surname} and {surname} had argued over money.",
    "A judge set bond at ${bond},000 for {suspect}.",
    "{suspect_surname} told detectives that he fired in self-defense.",
]
FILLER = [
    "No arrests have been made.", "Anyone with information is asked to call Crime Stoppers.", "The investigation is ongoing.",
    "Police have not released a description of the suspect.", "Detectives are still working to determine a motive.",
    "Police do not believe the shooting was random.", "The names of the victims have not been released.",
    "Investigators are reviewing surveillance video from nearby businesses.", "A reward is being offered for information.",
    "It was the {count}th homicide in {town} this year.", "The medical examiner will perform an autopsy.",
    "\"It is scary to hear gunshots so close to home,\" one neighbor said.", "Callers can remain anonymous.",
    "Mayor and police chief appealed for calm.", "Residents said violence in the neighborhood has been getting worse.",
    "\"We need people to come forward,\" {town} Police Sgt. {sergeant} said.", "Crime scene tape surrounded the area for hours.",
    "The gunman fled on foot, witnesses told officers.", "Several cars were struck by bullets.",
    "Last year, {count} people were killed in {state}.", "Homicide detectives were called to the scene.",
]
TITLES = ["{tally_title} in {town} shooting", "Police: {man} shot on {street}", "{town} police investigate shooting", "{tally_title} after gunfire at {spot}",
          "Victim of {town} shooting identified", "Shooting on {street} leaves {tally_title}", "{age}-year-old {man} shot in {town}"]
LATER = {"named": "Victim in {street} shooting identified as {name}", "arrest": "Arrest made in {town} shooting",
         "charge": "{suspect} charged in death of {name}", "sentence": "{suspect} sentenced for killing of {name}"}


def towns():
    rows = [line.split("\t") for line in (DATA / "places/places.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    cities = [(r[0], int(r[5])) for r in rows if r[1] == "USA" and r[5].strip()]
    states = [r[0] for r in rows if r[1] == "USA" and not r[5].strip()]
    return sorted(cities, key=lambda c: (-c[1], c[0])), states


def first_names():
    out, sex = {"man": [], "woman": []}, "woman"
    for line in (DATA / "first_names/first_names.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            sex = "woman" if line == "[f]" else "man"
        elif line and line[0] != "#":
            out[sex].append(line.capitalize())
    return out


def incident(rng, cities, states, firsts, days):
    town, _ = rng.choices(cities, weights=[p for _, p in cities])[0]
    man = rng.choices(["man", "woman"], [4, 1])[0]
    name = f"{rng.choice(firsts[man])} {rng.choice(SURNAMES)}"
    suspect = f"{rng.choice(firsts['man'])} {rng.choice(SURNAMES)}"
    killed = rng.choices([0, 1, 2, 3], [3, 6, 1, 0.3])[0]
    hurt = rng.choices([0, 1, 2, 3, 4], [4, 3, 2, 1, 0.5])[0]
    if killed + hurt == 0:
        hurt = 1
    people = [f"{NUMBERS[killed]} dead" if killed else "", f"{NUMBERS[hurt]} {'injured' if rng.random() < 0.5 else 'wounded'}" if hurt else ""]
    hour = rng.randint(1, 11)
    return {
        "date": datetime.date(2013, 1, 1) + datetime.timedelta(rng.randrange(days)), "town": town, "town_up": town.upper(),
        "state": states[sum(map(ord, town)) % len(states)], "man": man, "he": "he" if man == "man" else "she", "name": name,
        "surname": name.split()[1], "age": rng.randint(16, 60), "suspect": suspect, "suspect_surname": suspect.split()[1],
        "suspect_age": rng.randint(17, 50), "street": rng.choice(STREETS), "block": rng.randint(1, 90) * 100, "spot": rng.choice(SPOTS),
        "part": rng.choice(PARTS), "hospital": rng.choice(HOSPITALS), "hour": hour, "minute": rng.randrange(60), "ampm": rng.choice(["a.m.", "p.m."]),
        "shots": rng.randint(2, 20), "bond": rng.randint(1, 20) * 50, "count": rng.randint(4, 90), "tally": " and ".join(p for p in people if p),
        "tally_title": ", ".join(p for p in people if p), "sergeant": rng.choice(SURNAMES), "what_killed": killed,
    }


def article(rng, facts, kind, gap):
    f = dict(facts)
    day = f["date"]
    f["day"] = WEEKDAYS[day.weekday()]
    parts = {"a": ["early {d}", "{d} morning", "{d}"], "p": ["{d} night", "{d} evening", "late {d}"]}[f["ampm"][0]]
    f["when"] = rng.choice(parts).format(d=f["day"]) if gap < 7 else f"on {day.strftime('%B')} {day.day}"
    kill = f["what_killed"]
    f["what_cap"] = rng.choice([f"A {f['man']} was {'killed' if kill else 'shot'}", f"A {f['age']}-year-old {f['man']} was {'shot to death' if kill else 'wounded'}"])
    f["victim_plain"] = rng.choice([f"a {f['age']}-year-old {f['man']}", f"a {f['man']}"])
    sentences = [rng.choice(LEADS)]
    if kind == "first":
        sentences += rng.sample(UNNAMED, rng.randint(1, 2)) + rng.sample(SCENE, rng.randint(1, 3))
    else:
        sentences += rng.sample(NAMED, rng.randint(2, 4)) + rng.sample(SCENE, rng.randint(0, 2))
    if kind in ("arrest", "charge", "sentence"):
        sentences += rng.sample(SUSPECT, rng.randint(2, 4))
    rest = sentences[1:] + rng.sample(FILLER, rng.randint(3, 8))
    rng.shuffle(rest)
    title = rng.choice(TITLES) if kind == "first" or rng.random() < 0.3 else LATER[kind]
    text = "\n".join(s.format(**f) for s in [sentences[0], *rest])
    return {"title": title.format(**f), "published": (day + datetime.timedelta(gap)).isoformat(), "text": text}


def story(rng, facts):
    yield "first", rng.choice([0, 0, 1])
    if rng.random() < 0.5:
        return
    for _ in range(rng.choices([1, 2, 3, 4, 6], [5, 3, 2, 1, 0.5])[0]):
        kind = rng.choices(["first", "named", "arrest", "charge", "sentence"], [5, 4, 2, 1, 0.3])[0]
        low, high = {"first": (0, 1), "named": (0, 3), "arrest": (1, 14), "charge": (2, 60), "sentence": (200, 700)}[kind]
        yield kind, rng.randint(low, high)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("n", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", type=float, default=5)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    (cities, states), firsts = towns(), first_names()
    out, number = [], 0
    while len(out) < args.n:
        facts = incident(rng, cities, states, firsts, int(365 * args.years))
        number += 1
        out += [dict(article(rng, facts, kind, gap), cluster=str(number)) for kind, gap in story(rng, facts)]
    out = out[: args.n]
    rng.shuffle(out)
    for i, row in enumerate(out):
        sys.stdout.write(json.dumps({"id": str(i), **row}, ensure_ascii=False) + "\n")


main()
