"""Lets ScyllaDB's test/alternator run against any endpoint, without its monorepo, and tells what happens as events.

source.py fetches the suite (setup.sh), run.py runs it part by part (run.sh). A part is a pytest process of its own (part.py) with the
stand-ins of stand_ins.py, the changes of retarget.py and the plugin of plugin.py. No test is edited.
"""
